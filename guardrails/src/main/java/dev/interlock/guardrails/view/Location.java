package dev.interlock.guardrails.view;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value inside a resource and the way to it. The way does not depend on line numbers or on the
 * order of a list whose elements are named, so it stays the same when a file is reformatted.
 *
 * @param parent where the value is, or null for the resource itself
 * @param element whether it is an element of a list, not the value of a key
 * @param key the last part of the way without punctuation: {@code spec}, {@code odoo}; empty for
 *     the resource itself
 * @param node the value
 */
public record Location(@Nullable Location parent, boolean element, String key, Node node) {

  private static final List<String> NAMING_KEYS = List.of("name", "id", "key");

  /** The way to a whole resource. */
  public static Location root(MappingNode body) {
    return new Location(null, false, "", body);
  }

  /** The value under a key, or null when this is no mapping, or the key is absent or null. */
  public @Nullable Location child(String key) {
    Node value = node instanceof MappingNode mapping ? mapping.get(key) : null;
    return value == null || isNull(value) ? null : new Location(this, false, key, value);
  }

  /** The elements of a list or the values of a mapping, in written order; empty for a scalar. */
  public List<Location> elements() {
    return switch (node) {
      case SequenceNode list -> listElements(list);
      case MappingNode mapping ->
          mapping.entries().stream()
              .filter(entry -> !isNull(entry.value()))
              .map(e -> new Location(this, false, e.key(), e.value()))
              .toList();
      case ScalarNode _, UnknownNode _ -> List.of();
    };
  }

  /** The way from the resource: {@code spec.template.spec.containers[odoo].image}. */
  public String path() {
    if (parent == null) {
      return "";
    }
    return join(parent.path(), element ? "[" + key + "]" : step(key));
  }

  /** The way to something that would be under a key of this value. */
  public String pathOf(String childKey) {
    return join(path(), step(childKey));
  }

  /** True for a value that was written as null, or not written at all behind its key. */
  public static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() == null;
  }

  /** How a key is written after the way to its mapping. */
  public static String step(String key) {
    return isPlain(key) ? "." + key : "[\"" + key + "\"]";
  }

  private static String join(String path, String step) {
    return path.isEmpty() && step.startsWith(".") ? step.substring(1) : path + step;
  }

  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private List<Location> listElements(SequenceNode list) {
    List<String> names = elementNames(list.items());
    List<Location> elements = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      elements.add(new Location(this, true, name, list.items().get(i)));
    }
    return elements;
  }

  /**
   * Elements are known by the first naming key that all of them have, each its own; or by place.
   */
  private static List<String> elementNames(List<Node> items) {
    for (String namingKey : NAMING_KEYS) {
      List<String> names = new ArrayList<>(items.size());
      Set<String> seen = new HashSet<>();
      for (Node item : items) {
        String name = item instanceof MappingNode mapping ? mapping.text(namingKey) : null;
        if (name == null || !seen.add(name)) {
          break;
        }
        names.add(name);
      }
      if (names.size() == items.size()) {
        return names;
      }
    }
    List<String> places = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      places.add(Integer.toString(i));
    }
    return places;
  }
}
