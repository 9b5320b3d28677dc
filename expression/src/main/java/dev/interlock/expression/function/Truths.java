package dev.interlock.expression.function;

import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Operand;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** And, or: with what is unknown. */
final class Truths {

  private Truths() {}

  /**
   * The first operand that is the decisive boolean, or its opposite when there is none. One that is
   * unknown may be decisive: what fails after it may never be evaluated.
   */
  static Value until(BooleanValue decisive, Lazy function, List<Operand> operands) {
    @Nullable UnknownValue undecided = null;
    for (int i = 0; i < operands.size(); i++) {
      Value value;
      try {
        value = truth(function, operands, i);
      } catch (ExpressionException e) {
        if (undecided != null) {
          return undecided;
        }
        throw e;
      }
      if (value == decisive) {
        return decisive;
      }
      undecided = value instanceof UnknownValue unknown ? unknown : undecided;
    }
    return undecided == null ? BooleanValue.of(!decisive.isTrue()) : undecided;
  }

  private static Value truth(Lazy function, List<Operand> operands, int index) {
    Value value = operands.get(index).value();
    if (value instanceof BooleanValue || value instanceof UnknownValue) {
      return value;
    }
    throw function.expected(index, "Boolean", value);
  }
}
