package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Single values compared as Azure Policy does: texts in any letter case, types where they fit. */
final class Scalars {

  private Scalars() {}

  /** True when two single values are the same in the sense of {@code equals}. */
  static boolean same(Value a, Value b) {
    return switch (b) {
      case StringValue text -> sameText(a, text.text());
      case BooleanValue truth -> same(a, truth);
      case NumberValue number -> same(a, number);
      case NullValue _ -> a instanceof NullValue;
      default -> a.equals(b);
    };
  }

  static boolean sameText(Value value, String text) {
    return switch (value) {
      case StringValue own -> own.text().equalsIgnoreCase(text);
      case BooleanValue truth -> (truth.isTrue() ? "true" : "false").equalsIgnoreCase(text);
      case NumberValue number -> same(number, number(text));
      default -> false;
    };
  }

  static boolean same(Value value, BooleanValue truth) {
    return value == truth
        || (value instanceof StringValue text
            && text.text().equalsIgnoreCase(truth.isTrue() ? "true" : "false"));
  }

  static boolean same(Value value, NumberValue number) {
    return switch (value) {
      case NumberValue own -> NumberValue.compare(own, number) == 0;
      case StringValue text -> same(number, number(text.text()));
      default -> false;
    };
  }

  private static boolean same(NumberValue number, @Nullable NumberValue other) {
    return other != null && NumberValue.compare(number, other) == 0;
  }

  /** The number that a text writes, or null. */
  static @Nullable NumberValue number(String text) {
    if (text.isEmpty() || text.length() > 40 || !isNumeric(text)) {
      return null;
    }
    try {
      return NumberValue.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /** Digits with a sign and a point, no exponent: 1e9999999 must not be computed. */
  private static boolean isNumeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+') {
        return false;
      }
    }
    return true;
  }

  /** The text of a text, number or boolean; null for anything else. */
  static @Nullable String text(Value value) {
    return switch (value) {
      case StringValue text -> text.text();
      case NumberValue number -> JsonText.number(number);
      case BooleanValue truth -> truth.isTrue() ? "true" : "false";
      default -> null;
    };
  }
}
