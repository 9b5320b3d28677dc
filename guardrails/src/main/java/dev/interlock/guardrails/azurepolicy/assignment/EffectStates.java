package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding.State;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a resource stands when a rule applies to it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/compliance-states">Azure
 *     Policy compliance states</a>
 */
final class EffectStates {

  private EffectStates() {}

  /** The state; null when the resource complies. */
  static @Nullable State of(Effect effect, Value details) {
    return switch (effect) {
      case DISABLED -> null;
      case MANUAL -> attested(details);
      case MUTATE,
          ADD_TO_NETWORK_GROUP,
          ENFORCE_OPA_CONSTRAINT,
          ENFORCE_REGO_POLICY,
          ENFORCE_SETTING ->
          State.UNKNOWN;
      // A resource that may not be deleted is protected, whether somebody means to or not.
      case DENY_ACTION -> null;
      default -> State.NON_COMPLIANT;
    };
  }

  /** What a person must attest is unknown until then, unless the definition says otherwise. */
  private static @Nullable State attested(Value details) {
    Value declared = details instanceof ObjectValue object ? object.get("defaultState") : null;
    String word =
        declared instanceof StringValue text
            ? text.text().toLowerCase(Locale.ROOT).replace("-", "")
            : "unknown";
    return switch (word) {
      case "compliant" -> null;
      case "noncompliant" -> State.NON_COMPLIANT;
      default -> State.UNKNOWN;
    };
  }
}
