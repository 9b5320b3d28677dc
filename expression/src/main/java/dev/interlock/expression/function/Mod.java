package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Value;

/** {@code mod(a, b)}: the remainder of a division of whole numbers, with the sign of the first. */
final class Mod extends Strict {

  Mod() {
    super("mod", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    long a = arguments.integer(0);
    long b = arguments.integer(1);
    if (b == 0) {
      throw arguments.fail("a division by zero");
    }
    return new IntegerValue(a % b);
  }
}
