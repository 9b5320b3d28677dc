package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import java.math.BigDecimal;

/**
 * {@code sub(a, b)}: the first number less the second. Whole numbers that leave 64 bits are a
 * failure.
 */
final class Sub extends Strict {

  Sub() {
    super("sub", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Numbers.combine(arguments, BigDecimal::subtract);
  }
}
