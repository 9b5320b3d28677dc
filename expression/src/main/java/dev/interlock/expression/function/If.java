package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Operand;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code if(condition, whenTrue, whenFalse)}: only the one that is chosen is evaluated. With an
 * unknown condition it is known where both come to the same.
 */
final class If extends Lazy {

  If() {
    super("if", Arity.of(3));
  }

  @Override
  public Value apply(List<Operand> operands) {
    return switch (operands.get(0).value()) {
      case BooleanValue truth -> operands.get(truth.isTrue() ? 1 : 2).value();
      case UnknownValue unknown -> either(operands, unknown);
      case Value other -> throw expected(0, "Boolean", other);
    };
  }

  private static Value either(List<Operand> operands, UnknownValue unknown) {
    try {
      Value whenTrue = operands.get(1).value();
      return whenTrue.isKnown() && whenTrue.equals(operands.get(2).value()) ? whenTrue : unknown;
    } catch (ExpressionException _) {
      return unknown;
    }
  }
}
