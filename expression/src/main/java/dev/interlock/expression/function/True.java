package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/** {@code true()}: the boolean. */
final class True extends Strict {

  True() {
    super("true", Arity.of(0));
  }

  @Override
  public Value apply(Arguments arguments) {
    return BooleanValue.TRUE;
  }
}
