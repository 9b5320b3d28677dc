package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code or(a, …)}: whether any is true. The first that decides ends it, known or not what else
 * there is.
 */
final class Or extends Lazy {

  Or() {
    super("or", Arity.atLeast(1));
  }

  @Override
  public Value apply(List<Operand> operands) {
    return Truths.until(BooleanValue.TRUE, this, operands);
  }
}
