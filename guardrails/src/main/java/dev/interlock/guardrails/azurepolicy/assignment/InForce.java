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
 * @param isDisabled whether it is switched off for the resource
 */
record InForce(
    AssignedRule rule, @Nullable PolicyRule effective, boolean certain, boolean isDisabled) {

  /**
   * The rule for a resource, overrides observed: they are looked at in their order, and the first
   * that fits sets the effect. Where it is not known whether one fits, its effect counts as a
   * possible one before that of being switched off.
   */
  static InForce of(AssignedRule rule, Subject subject, boolean certain) {
    Effect possible = null;
    for (PolicyOverride override : rule.assignment().overrides()) {
      Effect effect = Effect.of(override.value()).orElse(null);
      if (override.kind() != PolicyOverride.Kind.POLICY_EFFECT || effect == null) {
        continue;
      }
      Truth fits = Selections.all(override.selectors(), subject, rule.referenceId());
      if (fits == Truth.TRUE) {
        return with(rule, effect, possible, certain);
      }
      possible = fits == Truth.UNKNOWN && possible == null ? effect : possible;
    }
    return with(rule, rule.constantEffect(), possible, certain);
  }

  /** What is switched off needs no rule that can be evaluated. */
  private static InForce with(
      AssignedRule rule, @Nullable Effect effect, @Nullable Effect possible, boolean certain) {
    PolicyRule compiled = rule.rule();
    boolean off = effect == Effect.DISABLED;
    Effect counts = off && possible != null ? possible : effect;
    return new InForce(
        rule,
        compiled == null || counts == null || counts == compiled.constantEffect()
            ? compiled
            : compiled.withEffect(counts),
        certain && possible == null,
        off && (possible == null || possible == Effect.DISABLED));
  }

  /** The same where it is not known whether it is in force so. */
  InForce doubtful() {
    return new InForce(rule, effective, false, isDisabled);
  }

  boolean changesRequest() {
    Effect effect = effective == null ? null : effective.constantEffect();
    return effect != null && effect.changesRequest();
  }
}
