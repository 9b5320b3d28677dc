package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Value;

/** {@code div(a, b)}: the whole part of the quotient of two whole numbers. */
final class Div extends Strict {

  Div() {
    super("div", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    long a = arguments.integer(0);
    long b = arguments.integer(1);
    if (b == 0) {
      throw arguments.fail("a division by zero");
    }
    if (a == Long.MIN_VALUE && b == -1) {
      throw arguments.fail("the result has more than 64 bits");
    }
    return new IntegerValue(a / b);
  }
}
