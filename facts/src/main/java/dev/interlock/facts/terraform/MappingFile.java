package dev.interlock.facts.terraform;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.terraform.Mapping.Child;
import dev.interlock.facts.terraform.Mapping.Fold;
import dev.interlock.facts.terraform.Mapping.Joined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one mapping file. It ships with the product, so what is wrong with it is our own fault. */
final class MappingFile {

  private static final Set<String> KEYS =
      Set.of(
          "terraform",
          "arm",
          "apiVersion",
          "id",
          "name",
          "map",
          "joined",
          "constants",
          "refers",
          "ignored",
          "fold",
          "children",
          "unknown");
  private static final Set<String> CHILD_KEYS = Set.of("arm", "apiVersion", "id", "map");
  private static final Set<String> FOLD_KEYS =
      Set.of("into", "arm", "at", "as", "map", "constants");
  private static final List<String> ALWAYS_IGNORED = List.of("id", "timeouts");

  private final String file;
  private final RuleReader rules;

  private MappingFile(String file) {
    this.file = file;
    this.rules = new RuleReader(file);
  }

  /** The mapping that a text holds. */
  static Mapping parse(String text, String file) {
    List<Document> documents = new ArrayList<>();
    var problems = DocumentReader.standard().read(text, file, documents::add);
    if (!problems.isEmpty() || documents.size() != 1) {
      throw new IllegalStateException(file + " is no single YAML document: " + problems);
    }
    MappingFile reader = new MappingFile(file);
    return reader.mapping(RuleReader.mapping(documents.getFirst().root(), file));
  }

  private Mapping mapping(MappingNode root) {
    RuleReader.requireKeys(root, KEYS, file);
    String type = root.text("arm");
    List<Template> ids = templates(root.get("id"));
    if (ids.isEmpty() && type != null) {
      ids = List.of(inGroup(type));
    }
    Map<String, List<Rule>> map = new LinkedHashMap<>(rules.rules(root.get("map")));
    if (type != null) {
      map.putIfAbsent("location", List.of(rules.plain("location")));
      map.putIfAbsent("tags", List.of(rules.plain("tags")));
    }
    String name = root.text("name");
    return new Mapping(
        Nodes.text(root, "terraform"),
        type,
        Nodes.text(root, "apiVersion"),
        ids,
        name == null ? null : new Template(name),
        map,
        joined(root.get("joined")),
        RuleReader.constants(root.get("constants"), file),
        refers(root.get("refers")),
        ignored(root),
        folds(root.get("fold")),
        children(root.get("children")),
        Nodes.texts(root, "unknown"));
  }

  private Map<String, Set<String>> refers(@Nullable Node node) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    RuleReader.constants(node, file)
        .forEach((attribute, type) -> all.put(attribute, Set.of(((ScalarNode) type).text())));
    return all;
  }

  private static Template inGroup(String type) {
    String group = "/subscriptions/{subscription}/resourceGroups/{resource_group_name}";
    return new Template(group + "/providers/" + type + "/{name}");
  }

  private static Set<String> ignored(MappingNode root) {
    Set<String> all = new LinkedHashSet<>(ALWAYS_IGNORED);
    all.addAll(Nodes.texts(root, "ignored"));
    return all;
  }

  private static List<Template> templates(@Nullable Node node) {
    return switch (node) {
      case null -> List.of();
      case SequenceNode list ->
          list.items().stream().map(item -> new Template(((ScalarNode) item).text())).toList();
      case ScalarNode text -> List.of(new Template(text.text()));
      default -> throw new IllegalStateException("no template: " + node);
    };
  }

  private List<Joined> joined(@Nullable Node node) {
    List<Joined> all = new ArrayList<>();
    if (node != null) {
      for (Entry entry : RuleReader.mapping(node, file).entries()) {
        all.add(new Joined(entry.key(), new Template(((ScalarNode) entry.value()).text())));
      }
    }
    return all;
  }

  private List<Child> children(@Nullable Node node) {
    List<Child> all = new ArrayList<>();
    for (Node item : PlannedReader.list(node)) {
      MappingNode child = RuleReader.mapping(item, file);
      RuleReader.requireKeys(child, CHILD_KEYS, file);
      all.add(
          new Child(
              Nodes.text(child, "arm"),
              Nodes.text(child, "apiVersion"),
              new Template(Nodes.text(child, "id")),
              rules.rules(child.get("map"))));
    }
    return all;
  }

  private List<Fold> folds(@Nullable Node node) {
    List<Fold> all = new ArrayList<>();
    for (Node item : PlannedReader.list(node)) {
      MappingNode fold = RuleReader.mapping(item, file);
      RuleReader.requireKeys(fold, FOLD_KEYS, file);
      String as = Nodes.text(fold, "as");
      String into = Nodes.text(fold, "into");
      all.add(
          new Fold(
              new Template(into.contains("{") ? into : "{" + into + "}"),
              Nodes.text(fold, "arm"),
              Nodes.text(fold, "at"),
              as.equals("element") || as.equals("child"),
              as.equals("child"),
              rules.rules(fold.get("map")),
              RuleReader.constants(fold.get("constants"), file)));
    }
    return all;
  }
}
