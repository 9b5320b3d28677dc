package dev.interlock.expression;

import java.util.List;

/**
 * A function that decides which of its arguments are evaluated, and how often: {@code if}, {@code
 * and}, {@code map}.
 */
public interface LazyFunction {

  /** As documented, in its letter case; called in any. */
  String name();

  /** How many arguments it takes. */
  Arity arity();

  /**
   * Its value.
   *
   * @throws ExpressionException when it can't be computed from these
   */
  Value apply(List<Operand> operands);
}
