package dev.interlock.expression;

import java.util.List;

/** An argument that is not evaluated yet. */
public interface Operand {

  /**
   * Its value.
   *
   * @throws ExpressionException when it fails
   */
  Value value();

  /** True when it is a {@code lambda(…)}. */
  boolean isLambda();

  /** How many variables the lambda has; 0 when it is none. */
  int variables();

  /**
   * The body of the lambda with its variables set to these, first to first.
   *
   * @throws ExpressionException when it is no lambda or its body fails
   */
  Value call(List<Value> arguments);
}
