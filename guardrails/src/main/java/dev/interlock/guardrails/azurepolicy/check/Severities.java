package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.expression.StringValue;
import dev.interlock.finding.Severity;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import org.jspecify.annotations.Nullable;

/** How much a policy matters: what its metadata say, otherwise by its effect. */
final class Severities {

  private Severities() {}

  /**
   * The severity.
   *
   * @param effect null when it is not known which: it may be one that denies
   */
  static Severity of(AssignedRule rule, @Nullable Effect effect) {
    PolicyDefinition definition = rule.definition();
    return definition != null && definition.metadata().get("severity") instanceof StringValue text
        ? Severity.parse(text.text()).orElseGet(() -> of(effect))
        : of(effect);
  }

  private static Severity of(@Nullable Effect effect) {
    return switch (effect) {
      case null -> Severity.HIGH;
      case DENY, DENY_ACTION, ENFORCE_OPA_CONSTRAINT, ENFORCE_REGO_POLICY, ENFORCE_SETTING ->
          Severity.HIGH;
      case MODIFY, APPEND, AUDIT_IF_NOT_EXISTS, DEPLOY_IF_NOT_EXISTS, MUTATE -> Severity.MEDIUM;
      case AUDIT, MANUAL, ADD_TO_NETWORK_GROUP, DISABLED -> Severity.LOW;
    };
  }
}
