package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code and(a, …)}: whether all are true. The first that decides ends it, known or not what else
 * there is.
 */
final class And extends Lazy {

  And() {
    super("and", Arity.atLeast(1));
  }

  @Override
  public Value apply(List<Operand> operands) {
    return Truths.until(BooleanValue.FALSE, this, operands);
  }
}
