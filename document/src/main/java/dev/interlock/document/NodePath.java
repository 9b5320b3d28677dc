package dev.interlock.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way down into a document, such as {@code spec.containers[0].image} or {@code
 * metadata.labels["app.kubernetes.io/name"]}. Used to find the place that a finding names.
 *
 * @param steps keys (as text) and list indexes (as Integer), outermost first
 */
public record NodePath(List<Object> steps) {

  public NodePath {
    steps = List.copyOf(steps);
  }

  /** Reads a written path; what cannot be read of it is left out. Never throws. */
  public static NodePath parse(String text) {
    List<Object> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '[' ? closing(text, at) : wordEnd(text, at);
      if (c == '[') {
        steps.add(bracketed(text.substring(at + 1, end)));
        at = end + 1;
      } else {
        if (end > at) {
          steps.add(text.substring(at, end));
        }
        at = Math.max(end, at + 1);
      }
    }
    return new NodePath(steps);
  }

  private static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '.' && text.charAt(i) != '[') {
      i++;
    }
    return i;
  }

  /** The bracket that closes the one at {@code from}, quotes observed; the end when none does. */
  private static int closing(String text, int from) {
    char quote = from + 1 < text.length() ? text.charAt(from + 1) : ']';
    boolean quoted = quote == '"' || quote == '\'';
    int end = text.indexOf(quoted ? quote + "]" : "]", from + (quoted ? 2 : 1));
    return end < 0 ? text.length() : end + (quoted ? 1 : 0);
  }

  private static Object bracketed(String inside) {
    if (!inside.isEmpty() && inside.length() < 10 && inside.chars().allMatch(Character::isDigit)) {
      return Integer.valueOf(inside);
    }
    boolean quoted = inside.startsWith("\"") || inside.startsWith("'");
    return quoted && inside.length() > 1 ? inside.substring(1, inside.length() - 1) : inside;
  }

  /** The value at this path, or null when it is absent. */
  public @Nullable Node find(Node root) {
    Node node = root;
    for (Object step : steps) {
      Node next = child(node, step);
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /** The value at this path, or the innermost one on the way to it that exists. */
  public Node nearest(Node root) {
    Node node = root;
    for (Object step : steps) {
      Node next = child(node, step);
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }

  private static @Nullable Node child(Node node, Object step) {
    return switch (node) {
      case MappingNode mapping -> mapping.get(String.valueOf(step));
      case SequenceNode list ->
          step instanceof Integer index && index < list.items().size()
              ? list.items().get(index)
              : null;
      case ScalarNode _, UnknownNode _ -> null;
    };
  }
}
