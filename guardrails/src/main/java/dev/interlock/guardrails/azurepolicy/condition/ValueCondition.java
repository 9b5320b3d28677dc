package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * {@code value}: what an expression comes to, under an operator. What an expression finds absent
 * equals the empty text: Microsoft's own definitions compare {@code resourceGroup().tags['…']} so.
 */
public record ValueCondition(Program<PolicyScope> value, Comparison comparison)
    implements Condition {

  @Override
  public Truth test(PolicyScope scope) {
    Value found = value.evaluate(scope);
    boolean absent = found == NullValue.NULL && !value.isConstant();
    return comparison.test(
        absent && StringValue.EMPTY.equals(comparison.right(scope)) ? StringValue.EMPTY : found,
        scope);
  }
}
