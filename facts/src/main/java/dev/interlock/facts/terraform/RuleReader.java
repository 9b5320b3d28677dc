package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.terraform.Rule.Block;
import dev.interlock.facts.terraform.Rule.Change;
import dev.interlock.facts.terraform.Rule.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a mapping file; a key that nobody knows is a mistake. */
final class RuleReader {

  private static final Set<String> KEYS =
      Set.of(
          "to",
          "match",
          "use",
          "words",
          "not",
          "times",
          "divide",
          "as",
          "by",
          "one",
          "each",
          "constants",
          "refers",
          "secret",
          "with",
          "absent",
          "key",
          "weak",
          "template",
          "when",
          "required");
  private static final Change NONE =
      new Change(null, "$0", Map.of(), false, 1, 1, Shape.AS_IS, ", ");

  /** The block that most resources have: who they are in the directory. */
  private static final String IDENTITY = "identity";

  private final String file;

  RuleReader(String file) {
    this.file = file;
  }

  /** The rules under each attribute; none for what is ignored. */
  Map<String, List<Rule>> rules(@Nullable Node node) {
    Map<String, List<Rule>> all = new LinkedHashMap<>();
    if (node != null) {
      mapping(node, file).entries().forEach(entry -> all.put(entry.key(), attribute(entry)));
    }
    return all;
  }

  private List<Rule> attribute(Entry entry) {
    return switch (entry.value()) {
      case ScalarNode text when text.value() == null -> List.of();
      case ScalarNode text when entry.key().equals(IDENTITY) && text.text().equals(IDENTITY) ->
          List.of(identity());
      case ScalarNode text -> List.of(plain(text.text()));
      case SequenceNode list ->
          list.items().stream().map(item -> rule(mapping(item, file))).toList();
      default -> List.of(rule(mapping(entry.value(), file)));
    };
  }

  /** A value that stays as it is. */
  Rule plain(String to) {
    return Rule.to(to, NONE);
  }

  /** The rules of a resource that has an identity and nothing else to map. */
  Map<String, List<Rule>> identityRules() {
    return Map.of(IDENTITY, List.of(identity()));
  }

  private Rule identity() {
    Change keys = new Change(null, "$0", Map.of(), false, 1, 1, Shape.KEYS, "");
    Map<String, List<Rule>> rules = new LinkedHashMap<>();
    rules.put("type", List.of(plain("type")));
    rules.put("identity_ids", List.of(Rule.to("userAssignedIdentities", keys)));
    rules.put("principal_id", List.of());
    rules.put("tenant_id", List.of());
    return Rule.block(IDENTITY, NONE, new Block(false, rules, Map.of(), null));
  }

  private Rule rule(MappingNode rule) {
    requireKeys(rule, KEYS, file);
    return new Rule(
        Nodes.text(rule, "to"),
        change(rule),
        block(rule),
        refers(rule),
        Nodes.isTrue(rule.get("secret")),
        constants(rule.get("with"), file),
        rule.get("absent"),
        Nodes.isTrue(rule.get("weak")),
        template(rule),
        constants(rule.get("when"), file),
        Nodes.isTrue(rule.get("required")));
  }

  private @Nullable Block block(MappingNode rule) {
    boolean each = rule.get("each") != null;
    Node inner = each ? rule.get("each") : rule.get("one");
    String key = rule.text("key");
    return inner == null
        ? null
        : new Block(
            each,
            rules(inner),
            constants(rule.get("constants"), file),
            key == null ? null : new Template(key));
  }

  private static @Nullable Template template(MappingNode rule) {
    String template = rule.text("template");
    return template == null ? null : new Template(template);
  }

  private static Set<String> refers(MappingNode rule) {
    String one = rule.text("refers");
    return one == null ? new LinkedHashSet<>(Nodes.texts(rule, "refers")) : Set.of(one);
  }

  private Change change(MappingNode rule) {
    String match = rule.text("match");
    String use = rule.text("use");
    String as = rule.text("as");
    String by = rule.text("by");
    return new Change(
        match == null ? null : Pattern.compile(match),
        use == null ? "$0" : use,
        constants(rule.get("words"), file),
        Nodes.isTrue(rule.get("not")),
        number(rule, "times"),
        number(rule, "divide"),
        as == null ? Shape.AS_IS : Shape.valueOf(as.toUpperCase(Locale.ROOT)),
        by == null ? ", " : by);
  }

  private static long number(MappingNode rule, String key) {
    return rule.get(key) instanceof ScalarNode(Long value, _, _, _) ? value : 1;
  }

  /** Values by the text of their keys. */
  static Map<String, Node> constants(@Nullable Node node, String file) {
    Map<String, Node> all = new LinkedHashMap<>();
    if (node != null) {
      mapping(node, file).entries().forEach(entry -> all.put(entry.key(), entry.value()));
    }
    return all;
  }

  static MappingNode mapping(Node node, String file) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw new IllegalStateException(node.in(file) + ": a mapping is expected here");
  }

  static void requireKeys(MappingNode node, Set<String> known, String file) {
    for (Entry entry : node.entries()) {
      if (!known.contains(entry.key())) {
        String place = file + ":" + entry.line() + ":" + entry.column();
        throw new IllegalStateException(place + ": there is no key " + entry.key());
      }
    }
  }
}
