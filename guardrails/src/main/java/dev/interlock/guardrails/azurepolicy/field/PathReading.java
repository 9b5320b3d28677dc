package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.PropertyName;
import java.util.ArrayList;
import java.util.List;

/** Takes the text of a path apart. */
final class PathReading {

  private PathReading() {}

  static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        int end = closing(text, at);
        steps.add(bracket(text.substring(at + 1, end)));
        at = end + 1;
      } else {
        int end = wordEnd(text, at);
        if (end > at) {
          steps.add(new Step.Property(new PropertyName(text.substring(at, end))));
        }
        at = end + (end < text.length() && text.charAt(end) == '.' ? 1 : 0);
      }
    }
    return steps;
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
    boolean quoted = from + 1 < text.length() && isQuote(text.charAt(from + 1));
    int end =
        quoted ? text.indexOf(text.charAt(from + 1) + "]", from + 2) : text.indexOf(']', from + 1);
    return end < 0 ? text.length() : end + (quoted ? 1 : 0);
  }

  private static Step bracket(String inside) {
    if (inside.equals("*")) {
      return Step.Every.EVERY;
    }
    if (!inside.isEmpty()
        && inside.length() < 10
        && inside.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new Step.Element(Integer.parseInt(inside));
    }
    boolean quoted = inside.length() > 1 && isQuote(inside.charAt(0));
    String name = quoted ? inside.substring(1, inside.length() - 1).replace("''", "'") : inside;
    return new Step.Property(new PropertyName(name));
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"';
  }
}
