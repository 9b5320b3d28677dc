package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.text.Collator;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The order behind {@code less} and {@code greater}: numbers by amount, instants by time, other
 * texts as .NET's InvariantCultureIgnoreCase has them. A text that writes a number is compared with
 * a number as one. Absent is neither less nor greater. Other types can't be compared: that is a
 * failed evaluation, as documented.
 */
final class Order {

  private Order() {}

  static Matcher matcher(String operator, Value right, IntPredicate wanted) {
    return switch (right) {
      case NumberValue number -> left -> numbers(operator, left, number, wanted);
      case StringValue text -> texts(operator, text.text(), wanted);
      default ->
          throw new ExpressionException(
              operator + " compares with a number, a time or a text, not with " + right.typeName());
    };
  }

  private static boolean numbers(
      String operator, Value left, NumberValue right, IntPredicate wanted) {
    if (left instanceof NullValue) {
      return false;
    }
    NumberValue number =
        switch (left) {
          case NumberValue own -> own;
          case StringValue text -> Scalars.number(text.text());
          default -> null;
        };
    if (number == null) {
      throw mismatch(operator, left, "a number");
    }
    return wanted.test(NumberValue.compare(number, right));
  }

  private static Matcher texts(String operator, String right, IntPredicate wanted) {
    Instant time = Times.parse(right);
    NumberValue number = Scalars.number(right);
    return left ->
        switch (left) {
          case NullValue _ -> false;
          case NumberValue own when number != null -> wanted.test(NumberValue.compare(own, number));
          case StringValue own -> wanted.test(compare(own.text(), right, time));
          default -> throw mismatch(operator, left, "a text");
        };
  }

  private static int compare(String left, String right, @Nullable Instant rightTime) {
    Instant leftTime = rightTime == null ? null : Times.parse(left);
    return leftTime != null && rightTime != null
        ? leftTime.compareTo(rightTime)
        : order(left, right);
  }

  /**
   * Letters in any case. Within ASCII that is the order of characters; beyond it letters with
   * accents stand beside those without.
   */
  private static int order(String left, String right) {
    if (isAscii(left) && isAscii(right)) {
      return left.compareToIgnoreCase(right);
    }
    Collator collator = Collator.getInstance(Locale.ROOT);
    collator.setStrength(Collator.SECONDARY);
    return collator.compare(left, right);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static ExpressionException mismatch(String operator, Value left, String expected) {
    return new ExpressionException(
        operator + " can't compare a value of type " + left.typeName() + " with " + expected);
  }
}
