package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/** The {@code if} of a policy rule, or a part of it, ready to be tested. */
public sealed interface Condition
    permits AllOf, AnyOf, Not, FieldCondition, ValueCondition, FieldCount, ValueCount {

  /**
   * Tests it.
   *
   * @throws dev.interlock.expression.ExpressionException when a template function fails
   */
  Truth test(PolicyScope scope);
}
