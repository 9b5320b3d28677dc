package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A body that grows: values are put at paths, from more than one resource where they fold. */
final class Tree {

  private sealed interface Value {}

  private record Leaf(Node node) implements Value {}

  private record Branch(Tree tree) implements Value {}

  private static final Pattern DOT = Pattern.compile("(?<!\\\\)\\.");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Node place;

  /** An empty body of something that begins here. */
  Tree(Node place) {
    this.place = place;
  }

  /** A body that is filled already. */
  static Tree of(MappingNode mapping) {
    Tree tree = new Tree(mapping);
    mapping.entries().forEach(entry -> tree.values.put(entry.key(), value(entry.value())));
    return tree;
  }

  /** A mapping is taken as it is, and becomes a branch when something is put into it. */
  private static Value value(Node node) {
    return new Leaf(node);
  }

  private static @Nullable Tree branch(@Nullable Value value) {
    return switch (value) {
      case Branch(Tree tree) -> tree;
      case Leaf(MappingNode mapping) -> of(mapping);
      case Leaf _ -> null;
      case null -> null;
    };
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Where it begins. */
  Node place() {
    return place;
  }

  /** Puts a value; lists grow, mappings are merged, and what is unknown stays so. */
  void put(String path, Node node) {
    put(steps(path), node);
  }

  /** The words of a path; a dot that belongs to a word has a backslash before it. */
  private static List<String> steps(String path) {
    return path.indexOf('\\') < 0
        ? plainSteps(path)
        : DOT.splitAsStream(path).map(step -> step.replace("\\.", ".")).toList();
  }

  /** Paths are split for each attribute of each resource. */
  private static List<String> plainSteps(String path) {
    List<String> steps = new ArrayList<>();
    int from = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      steps.add(path.substring(from, dot));
      from = dot + 1;
    }
    steps.add(path.substring(from));
    return steps;
  }

  /** The same by the steps of the path. */
  void put(List<String> path, Node node) {
    String key = path.getFirst();
    Value there = values.get(key);
    if (path.size() > 1) {
      if (isUnknown(there)) {
        return;
      }
      Tree open = branch(there);
      Tree inner = open == null ? new Tree(node) : open;
      values.put(key, new Branch(inner));
      inner.put(path.subList(1, path.size()), node);
    } else {
      values.put(key, there == null ? value(node) : both(there, node));
    }
  }

  private static boolean isUnknown(@Nullable Value value) {
    return value instanceof Leaf(UnknownNode _);
  }

  private static Value both(Value there, Node node) {
    if (isUnknown(there)) {
      return there;
    }
    return switch (node) {
      case UnknownNode unknown -> new Leaf(unknown);
      case SequenceNode list when there instanceof Leaf(SequenceNode before) ->
          new Leaf(joined(before, list));
      case MappingNode mapping -> grown(there, mapping);
      case SequenceNode _, ScalarNode _ -> there;
    };
  }

  private static Value grown(Value there, MappingNode more) {
    Tree tree = branch(there);
    if (tree == null) {
      return there;
    }
    more.entries().forEach(entry -> tree.put(List.of(entry.key()), entry.value()));
    return new Branch(tree);
  }

  private static SequenceNode joined(SequenceNode before, SequenceNode more) {
    List<Node> items = new ArrayList<>(before.items());
    items.addAll(more.items());
    return new SequenceNode(List.copyOf(items), before.line(), before.column());
  }

  /** Puts a value in the place of what is there. */
  void replace(String path, Node node) {
    List<String> steps = steps(path);
    Tree tree = this;
    for (String step : steps.subList(0, steps.size() - 1)) {
      Tree open = branch(tree.values.get(step));
      Tree inner = open == null ? new Tree(node) : open;
      tree.values.put(step, new Branch(inner));
      tree = inner;
    }
    tree.values.put(steps.getLast(), value(node));
  }

  /** Puts a mapping's values over those that are there; mappings are merged key by key. */
  void overwrite(MappingNode more) {
    for (Entry entry : more.entries()) {
      Tree tree = branch(values.get(entry.key()));
      if (tree != null && entry.value() instanceof MappingNode mapping) {
        tree.overwrite(mapping);
        values.put(entry.key(), new Branch(tree));
      } else {
        values.put(entry.key(), value(entry.value()));
      }
    }
  }

  /** The value at a path, or null; a mapping as far as it is filled. */
  @Nullable Node get(String path) {
    Tree tree = this;
    List<String> steps = steps(path);
    for (String step : steps.subList(0, steps.size() - 1)) {
      Value value = tree.values.get(step);
      Tree inner = branch(value);
      if (inner == null) {
        return isUnknown(value) && value instanceof Leaf(Node node) ? node : null;
      }
      tree = inner;
    }
    return switch (tree.values.get(steps.getLast())) {
      case null -> null;
      case Leaf(Node node) -> node;
      case Branch(Tree inner) -> inner.inner();
    };
  }

  /** The body as it is now. */
  MappingNode node() {
    return new MappingNode(entries(), place.line(), place.column());
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(values.size());
    values.forEach((key, value) -> {
      Node node = value instanceof Branch(Tree tree) ? tree.inner() : ((Leaf) value).node();
      entries.add(new Entry(key, node.line(), node.column(), node));
    });
    return List.copyOf(entries);
  }

  /** A list where all paths led to items: {@code settings.[0].type}. */
  private Node inner() {
    boolean list = !values.isEmpty() && values.keySet().stream().allMatch(Tree::isItem);
    return list
        ? new SequenceNode(
            entries().stream().map(Entry::value).toList(), place.line(), place.column())
        : node();
  }

  private static boolean isItem(String key) {
    return key.length() == 3 && key.startsWith("[") && key.endsWith("]");
  }
}
