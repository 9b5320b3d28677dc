package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code string(value)}: the value as a text; what is no text is written as JSON. */
final class StringFunction extends Strict {

  StringFunction() {
    super("string", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case StringValue text -> text;
      case Value other -> Values.of(Scalars.json(other));
    };
  }
}
