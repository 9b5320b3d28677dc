package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code skip(value, count)}: an array or text without its first elements or characters. */
final class Skip extends Tolerant {

  Skip() {
    super("skip", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case UnknownValue unknown -> unknown;
      case Value _ when arguments.get(1) instanceof UnknownValue unknown -> unknown;
      case ArrayValue array ->
          new ArrayValue(
              array.items().subList(count(arguments, array.items().size()), array.items().size()));
      case StringValue text ->
          Values.of(text.text().substring(count(arguments, text.text().length())));
      default -> throw arguments.expected(0, "Array or String");
    };
  }

  private static int count(Arguments arguments, int most) {
    return (int) Math.clamp(arguments.integer(1), 0L, most);
  }
}
