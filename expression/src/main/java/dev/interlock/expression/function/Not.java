package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/** {@code not(value)}: the opposite of a boolean. */
final class Not extends Strict {

  Not() {
    super("not", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return BooleanValue.of(!arguments.truth(0));
  }
}
