package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.Value;
import java.util.List;

/** {@code coalesce(a, …)}: the first value that is not null; those after it are not evaluated. */
final class Coalesce extends Lazy {

  Coalesce() {
    super("coalesce", Arity.atLeast(1));
  }

  @Override
  public Value apply(List<Operand> operands) {
    for (Operand operand : operands) {
      Value value = operand.value();
      if (!(value instanceof NullValue)) {
        return value;
      }
    }
    return NullValue.NULL;
  }
}
