package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code take(value, count)}: the first elements of an array or characters of a text. */
final class Take extends Tolerant {

  Take() {
    super("take", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case UnknownValue unknown -> unknown;
      case Value _ when arguments.get(1) instanceof UnknownValue unknown -> unknown;
      case ArrayValue array ->
          new ArrayValue(array.items().subList(0, count(arguments, array.items().size())));
      case StringValue text ->
          Values.of(text.text().substring(0, count(arguments, text.text().length())));
      default -> throw arguments.expected(0, "Array or String");
    };
  }

  private static int count(Arguments arguments, int most) {
    return (int) Math.clamp(arguments.integer(1), 0L, most);
  }
}
