package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Value;

/** {@code null()}: JSON's null. */
final class Null extends Strict {

  Null() {
    super("null", Arity.of(0));
  }

  @Override
  public Value apply(Arguments arguments) {
    return NullValue.NULL;
  }
}
