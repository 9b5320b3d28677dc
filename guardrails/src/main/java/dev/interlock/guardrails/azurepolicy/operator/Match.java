package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Value;

/**
 * {@code match} and {@code matchInsensitively}: {@code #} a digit, {@code ?} a letter, {@code .}
 * any character, anything else itself.
 *
 * @param anyCase whether letters match in any case
 */
record Match(String name, boolean anyCase) implements Operator {

  @Override
  public Matcher prepare(Value right) {
    String pattern = Scalars.text(right);
    if (pattern == null) {
      throw new ExpressionException(name + " compares with a text, not with " + right.typeName());
    }
    return left -> {
      String text = Scalars.text(left);
      return text != null && matches(pattern, text);
    };
  }

  private boolean matches(String pattern, String text) {
    if (pattern.length() != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!fits(pattern.charAt(i), text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(char wanted, char found) {
    return switch (wanted) {
      case '#' -> Character.isDigit(found);
      case '?' -> Character.isLetter(found);
      case '.' -> true;
      default -> wanted == found || (anyCase && fold(wanted) == fold(found));
    };
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
