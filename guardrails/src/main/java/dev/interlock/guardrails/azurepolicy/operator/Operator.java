package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.Value;

/**
 * An operator of conditions.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#conditions">Conditions</a>
 */
public interface Operator {

  /** As documented: {@code equals}, {@code notLike} … */
  String name();

  /**
   * The operator with what it compares with.
   *
   * @throws dev.interlock.expression.ExpressionException when it can't compare with that
   */
  Matcher prepare(Value right);
}
