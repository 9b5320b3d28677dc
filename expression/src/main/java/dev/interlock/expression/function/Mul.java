package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import java.math.BigDecimal;

/**
 * {@code mul(a, b)}: the product of two numbers. Whole numbers that leave 64 bits are a failure.
 */
final class Mul extends Strict {

  Mul() {
    super("mul", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Numbers.combine(arguments, BigDecimal::multiply);
  }
}
