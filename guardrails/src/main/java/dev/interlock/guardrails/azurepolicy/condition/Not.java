package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/** {@code not}: the contrary of its part. */
public record Not(Condition part) implements Condition {

  @Override
  public Truth test(PolicyScope scope) {
    return part.test(scope).negated();
  }
}
