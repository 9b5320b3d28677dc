package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;

/** {@code float(value)}: the number of a text or number, with decimals where it has any. */
final class FloatFunction extends Strict {

  FloatFunction() {
    super("float", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case NumberValue number -> number;
      case StringValue text -> Numbers.parse(arguments, text.text().strip());
      default -> throw arguments.expected(0, "String or Integer");
    };
  }
}
