package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.Value;

/** A prepared comparison. What is absent arrives as null. */
@FunctionalInterface
public interface Matcher {

  /**
   * True when the value passes.
   *
   * @throws dev.interlock.expression.ExpressionException when the types can't be compared
   */
  boolean matches(Value left);

  /** The contrary. */
  default Matcher negated() {
    return left -> !matches(left);
  }
}
