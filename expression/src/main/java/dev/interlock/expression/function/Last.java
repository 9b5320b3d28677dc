package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/**
 * {@code last(value)}: the last element of an array, null when there is none; the last character of
 * a text, an empty text when there is none.
 */
final class Last extends Tolerant {

  Last() {
    super("last", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case UnknownValue unknown -> unknown;
      case ArrayValue array -> array.items().isEmpty() ? NullValue.NULL : array.items().getLast();
      case StringValue text -> Values.of(character(text.text()));
      default -> throw arguments.expected(0, "Array or String");
    };
  }

  private static String character(String text) {
    return text.isEmpty() ? "" : text.substring(text.offsetByCodePoints(text.length(), -1));
  }
}
