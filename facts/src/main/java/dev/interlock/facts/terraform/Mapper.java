package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.terraform.References.Target;
import dev.interlock.facts.terraform.Rule.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the attributes of one resource where ARM has them. */
final class Mapper {

  /** What stands for a secret that is there. */
  static final String MASKED = "(sensitive)";

  private static final String SUBSCRIPTION = "{subscription}";

  private final Planned planned;
  private final Ids ids;
  private final Coverage coverage;
  private final Tree unmapped;

  /**
   * A mapper of one resource.
   *
   * @param unmapped takes what has no property, under Terraform's names
   */
  Mapper(Planned planned, Ids ids, Coverage coverage, Tree unmapped) {
    this.planned = planned;
    this.ids = ids;
    this.coverage = coverage;
    this.unmapped = unmapped;
  }

  /**
   * Maps all attributes.
   *
   * @param aside attributes that need no rule: they are in the id, or mean nothing in ARM
   */
  void attributes(Map<String, List<Rule>> rules, Set<String> aside, Tree target) {
    block(planned.values(), rules, aside, target, List.of());
  }

  private void block(
      MappingNode values,
      Map<String, List<Rule>> rules,
      Set<String> aside,
      Tree target,
      List<Object> path) {
    for (Entry entry : knownFirst(values.entries())) {
      List<Rule> known = rules.get(entry.key());
      List<Object> inner = and(path, entry.key());
      if (Nodes.isUnset(entry.value())) {
        continue;
      }
      if (known != null) {
        known.forEach(rule -> apply(rule, entry.value(), target, inner));
        count(known, entry.value());
      } else if (!aside.contains(entry.key())) {
        keep(entry.value(), inner);
      }
    }
    rules.forEach((attribute, known) -> absent(attribute, known, values, target));
  }

  /** Where an attribute has an old and a new name, the provider computes the one not written. */
  private static List<Entry> knownFirst(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Mapper::isOpen));
    return sorted;
  }

  private static boolean isOpen(Entry entry) {
    return entry.value() instanceof UnknownNode unknown
        && unknown.reason().equals(Merged.AFTER_APPLY);
  }

  private void count(List<Rule> rules, Node value) {
    boolean blocks = rules.stream().anyMatch(rule -> rule.block() != null);
    if (!rules.isEmpty() && (!blocks || value instanceof UnknownNode)) {
      coverage.attribute(true);
    }
  }

  private static void absent(String attribute, List<Rule> rules, MappingNode values, Tree target) {
    Node value = values.get(attribute);
    boolean none = Nodes.isEmptyList(value);
    for (Rule rule : rules) {
      if (rule.absent() != null && (none || Nodes.isUnset(value))) {
        target.put(rule.to(), Nodes.at(rule.absent(), target.place()));
      }
    }
  }

  /** An attribute that ARM has no property for, or none that we know. */
  private void keep(Node value, List<Object> path) {
    if (!Nodes.isEmptyList(value)) {
      coverage.attribute(false);
      List<String> names =
          path.stream().filter(String.class::isInstance).map(String::valueOf).toList();
      unmapped.put(names, Masked.of(names.getLast(), value));
    }
  }

  private void apply(Rule rule, Node written, Tree target, List<Object> path) {
    Node there = rule.weak() ? target.get(rule.to()) : null;
    if (there != null && !Nodes.isEmptyList(there)) {
      return;
    }
    Node value = resolved(written, rule, path);
    Block block = rule.block();
    Node open = value instanceof UnknownNode ? value : When.open(rule.when(), items(value));
    if (open instanceof UnknownNode unknown) {
      unknown(rule, unknown, target);
    } else if (block == null) {
      plain(rule, value, target);
    } else if (block.each()) {
      each(rule, block, value, target, path);
    } else {
      one(rule, block, value, target, path);
    }
  }

  private void plain(Rule rule, Node value, Tree target) {
    Node translated = filled(rule.template(), Translation.of(value, rule.change()));
    if (translated != null) {
      target.put(rule.to(), rule.secret() ? Nodes.text(MASKED, value) : own(translated));
      rule.with().forEach((to, constant) -> target.put(to, Nodes.at(constant, value)));
    }
  }

  /** A text of ours that speaks of the subscription. */
  private Node own(Node node) {
    return node instanceof ScalarNode text && text.text().contains(SUBSCRIPTION)
        ? Nodes.text(text.text().replace(SUBSCRIPTION, ids.subscription(planned)), node)
        : node;
  }

  /** A text that is made of a value, of other attributes, and of the resource's own id. */
  private @Nullable Node filled(@Nullable Template template, @Nullable Node value) {
    if (template == null || !(value instanceof ScalarNode scalar)) {
      return value;
    }
    String text =
        template.fill(attribute ->
            switch (attribute) {
              case "." -> scalar.text();
              case "id" -> ids.of(planned);
              default -> ids.text(planned, attribute);
            });
    return text == null || Ids.isKnown(text)
        ? text == null ? null : Nodes.text(text, scalar)
        : new UnknownNode(Merged.AFTER_APPLY, scalar.line(), scalar.column());
  }

  /** What is unknown makes unknown whatever it would have been. */
  private static void unknown(Rule rule, UnknownNode unknown, Tree target) {
    Block block = rule.block();
    if (rule.secret() && unknown.reason().equals(Merged.SENSITIVE)) {
      target.put(rule.to(), Nodes.text(MASKED, unknown));
    } else if (block != null && target.get(rule.to()) instanceof MappingNode) {
      parts(rule, block, unknown, target);
    } else if (!rule.to().isEmpty() && (block != null || !isKnown(target, rule.to()))) {
      target.put(rule.to(), unknown);
    } else if (block != null) {
      block.rules().values().forEach(rules -> rules.forEach(r -> unknown(r, unknown, target)));
    }
    rule.with()
        .forEach((to, constant) ->
            target.put(to, rule.required() ? Nodes.at(constant, unknown) : unknown));
  }

  /** An unknown block leaves what other attributes say of the same object. */
  private static void parts(Rule rule, Block block, UnknownNode unknown, Tree target) {
    Tree inner = new Tree(unknown);
    block.rules().values().stream()
        .flatMap(List::stream)
        .filter(part -> !isKnown(target, rule.to() + "." + part.to()))
        .forEach(part -> unknown(part, unknown, inner));
    target.put(rule.to(), inner.node());
  }

  private static boolean isKnown(Tree target, String to) {
    return target.get(to) instanceof ScalarNode;
  }

  private void one(Rule rule, Block block, Node value, Tree target, List<Object> path) {
    List<Node> items = items(value);
    for (int i = 0; i < items.size(); i++) {
      if (When.says(rule.when(), items.get(i))) {
        List<Object> inner = value instanceof SequenceNode ? and(path, i) : path;
        single(rule, block, items.get(i), target, inner);
        return;
      }
    }
  }

  private void single(Rule rule, Block block, Node item, Tree target, List<Object> path) {
    Tree object = rule.to().isEmpty() ? target : new Tree(item);
    if (item instanceof UnknownNode unknown) {
      unknown(rule, unknown, target);
      return;
    }
    content(block, item, object, path);
    rule.with().forEach((to, constant) -> target.put(to, Nodes.at(constant, item)));
    if (!rule.to().isEmpty() && !object.isEmpty()) {
      target.put(rule.to(), object.node());
    }
  }

  private void each(Rule rule, Block block, Node value, Tree target, List<Object> path) {
    List<Node> elements = new ArrayList<>();
    List<Node> meant = new ArrayList<>();
    List<Node> items = items(value);
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      if (When.says(rule.when(), item)) {
        Tree element = new Tree(item);
        content(block, item, element, and(path, i));
        elements.add(item instanceof UnknownNode ? item : element.node());
        meant.add(item);
      }
    }
    if (items.isEmpty() || !elements.isEmpty()) {
      SequenceNode list = new SequenceNode(elements, value.line(), value.column());
      Template key = block.key();
      target.put(rule.to(), key == null ? list : Keyed.of(key, meant, list));
      rule.with().forEach((to, constant) -> target.put(to, Nodes.at(constant, value)));
    }
  }

  private void content(Block block, Node item, Tree object, List<Object> path) {
    switch (item) {
      case MappingNode mapping -> block(mapping, block.rules(), Set.of(), object, path);
      case ScalarNode scalar -> item(block, scalar, object, path);
      case SequenceNode _, UnknownNode _ -> {}
    }
    block.constants().forEach((to, constant) -> constant(object, to, constant));
  }

  /** A plain value where a block is meant: its rules stand under a dot. */
  private void item(Block block, Node item, Tree element, List<Object> path) {
    block.rules().getOrDefault(".", List.of()).forEach(rule -> apply(rule, item, element, path));
  }

  /** Puts what is always so, unless something is there. */
  static void constant(Tree target, String to, Node constant) {
    if (target.get(to) == null) {
      target.put(to, Nodes.at(constant, target.place()));
    }
  }

  private static List<Node> items(Node value) {
    return value instanceof SequenceNode list ? list.items() : List.of(value);
  }

  private static List<Object> and(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /** Ids that are not known before apply are those of what the configuration refers to. */
  private Node resolved(Node value, Rule rule, List<Object> path) {
    return switch (value) {
      case UnknownNode unknown when unknown.reason().equals(Merged.AFTER_APPLY) ->
          referred(unknown, ids.target(planned, path, rule.refers()));
      case SequenceNode list when list.items().stream().anyMatch(UnknownNode.class::isInstance) ->
          referredList(list, rule, path);
      default -> value;
    };
  }

  private Node referred(UnknownNode unknown, @Nullable Target target) {
    String id = target == null ? "{" : ids.id(target);
    return Ids.isKnown(id) ? Nodes.text(id, unknown) : unknown;
  }

  private Node referredList(SequenceNode list, Rule rule, List<Object> path) {
    List<Target> targets = ids.targets(planned, path, rule.refers());
    boolean plain = list.items().stream().allMatch(UnknownNode.class::isInstance);
    if (!plain || targets.size() != list.items().size()) {
      return list;
    }
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      items.add(referred((UnknownNode) list.items().get(i), targets.get(i)));
    }
    return new SequenceNode(items, list.line(), list.column());
  }
}
