package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;

/** {@code equals(a, b)}: whether two values are the same, texts in the same letter case. */
final class EqualsFunction extends Tolerant {

  EqualsFunction() {
    super("equals", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Sameness.of(arguments.get(0), arguments.get(1));
  }
}
