package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is in force for one resource.
 *
 * @param rule through which assignment
 * @param effective compiled, with the effect that an override sets; null when it can't be evaluated
 * @param certain false when it is not known whether the assignment reaches the resource, or which
 *     override does
 */
record InForce(AssignedRule rule, @Nullable PolicyRule effective, boolean certain) {

  /**
   * The rule for a resource, overrides observed: they are looked at in their order, and the first
   * that fits sets the effect.
   */
  static InForce of(AssignedRule rule, Subject subject, boolean certain) {
    PolicyRule compiled = rule.rule();
    boolean sure = certain;
    if (compiled != null) {
      for (PolicyOverride override : rule.assignment().overrides()) {
        if (override.kind() != PolicyOverride.Kind.POLICY_EFFECT) {
          continue;
        }
        Truth fits = Selections.all(override.selectors(), subject, rule.referenceId());
        if (fits == Truth.TRUE) {
          return new InForce(rule, withEffect(compiled, override), sure);
        }
        sure &= fits == Truth.FALSE;
      }
    }
    return new InForce(rule, compiled, sure);
  }

  private static PolicyRule withEffect(PolicyRule rule, PolicyOverride override) {
    return Effect.of(override.value()).map(rule::withEffect).orElse(rule);
  }

  /** True when the rule is switched off. */
  boolean isDisabled() {
    return effective != null && effective.constantEffect() == Effect.DISABLED;
  }

  /** True when the rule may change the request. */
  boolean changesRequest() {
    Effect effect = effective == null ? null : effective.constantEffect();
    return effect != null && effect.changesRequest();
  }
}
