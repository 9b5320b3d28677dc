package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/**
 * {@code lessOrEquals(a, b)}: whether the first of two numbers or texts is as much as or less than
 * the second; texts in alphabetical order.
 */
final class LessOrEquals extends Strict {

  LessOrEquals() {
    super("lessOrEquals", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return BooleanValue.of(Order.compare(arguments) <= 0);
  }
}
