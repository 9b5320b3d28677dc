package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/**
 * {@code less(a, b)}: whether the first of two numbers or texts is less than the second; texts in
 * alphabetical order.
 */
final class Less extends Strict {

  Less() {
    super("less", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return BooleanValue.of(Order.compare(arguments) < 0);
  }
}
