package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/** {@code false()}: the boolean. */
final class False extends Strict {

  False() {
    super("false", Arity.of(0));
  }

  @Override
  public Value apply(Arguments arguments) {
    return BooleanValue.FALSE;
  }
}
