package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Value;

/** {@code fail(message)}: ends the evaluation with the message. */
final class Fail extends Strict {

  Fail() {
    super("fail", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    throw new ExpressionException("fail(): " + arguments.text(0));
  }
}
