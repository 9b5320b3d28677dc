package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import java.math.BigDecimal;

/** {@code add(a, b)}: the sum of two numbers. Whole numbers that leave 64 bits are a failure. */
final class Add extends Strict {

  Add() {
    super("add", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Numbers.combine(arguments, BigDecimal::add);
  }
}
