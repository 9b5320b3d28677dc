package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.effect.Details;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.Existence;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled policy rule with its parameters set. Safe for use by several threads. */
public final class PolicyRule {

  private static final Set<String> MACHINES =
      Set.of("microsoft.compute/virtualmachines", "microsoft.compute/virtualmachinescalesets");

  private final Condition condition;
  private final Program<PolicyScope> effect;
  private final @Nullable Effect constantEffect;
  private final Details details;

  PolicyRule(Condition condition, Program<PolicyScope> effect, Details details) {
    this.condition = condition;
    this.effect = effect;
    this.details = details;
    this.constantEffect =
        effect instanceof Program.Constant<PolicyScope> constant
                && constant.value() instanceof StringValue text
            ? Effect.of(text.text()).orElse(null)
            : null;
  }

  /** The same rule with another effect, as an assignment's override asks. */
  public PolicyRule withEffect(Effect other) {
    return new PolicyRule(
        condition, new Program.Constant<>(new StringValue(other.word())), details);
  }

  /** The {@code if}. */
  public Condition condition() {
    return condition;
  }

  /** The details of the effect. */
  public Details details() {
    return details;
  }

  /** The effect when it does not depend on the resource; null when it does. */
  public @Nullable Effect constantEffect() {
    return constantEffect;
  }

  /**
   * What the rule says of a resource. A template function that fails makes the evaluation fail,
   * which Azure treats as a deny.
   *
   * @param related what existence effects may find
   */
  public Outcome decide(PolicyScope scope, RelatedResources related) {
    try {
      return outcome(scope, related);
    } catch (ExpressionException e) {
      return Outcome.failed(e.reason());
    }
  }

  private Outcome outcome(PolicyScope scope, RelatedResources related) {
    if (constantEffect == Effect.DISABLED) {
      return Outcome.NONE;
    }
    return switch (condition.test(scope)) {
      case FALSE -> Outcome.NONE;
      case UNKNOWN -> Outcome.unknown(constantEffect, reason(scope));
      case TRUE -> applied(scope, related);
    };
  }

  private Outcome applied(PolicyScope scope, RelatedResources related) {
    Effect found = constantEffect;
    if (found == null) {
      Value value = effect.evaluate(scope);
      if (value instanceof UnknownValue unknown) {
        return Outcome.unknown(null, unknown.reason());
      }
      found = value instanceof StringValue text ? Effect.of(text.text()).orElse(null) : null;
      if (found == null) {
        return Outcome.failed("the effect of the rule came out as " + value);
      }
    }
    Existence existence = details.existence();
    if (found == Effect.DISABLED || isSkipped(found, scope)) {
      return Outcome.NONE;
    }
    return found.asksForExistence() && existence != null
        ? existing(existence, found, scope, related)
        : Outcome.of(found);
  }

  /**
   * True when Azure skips the evaluation: {@code modify} sets the identity of virtual machines and
   * scale sets alone.
   */
  private boolean isSkipped(Effect found, PolicyScope scope) {
    return found == Effect.MODIFY
        && details.changesIdentity(scope)
        && !MACHINES.contains(scope.subject().type());
  }

  private static Outcome existing(
      Existence existence, Effect effect, PolicyScope scope, RelatedResources related) {
    return switch (existence.isSatisfied(scope, related)) {
      case TRUE -> Outcome.NONE;
      case FALSE -> Outcome.of(effect);
      case UNKNOWN -> Outcome.unknown(effect, reason(scope));
    };
  }

  private static String reason(PolicyScope scope) {
    String reason = scope.unknownReason();
    return reason == null ? "something it asks for is not known" : reason;
  }

  /** What the details come to, for an outcome that has an effect; null as a value for others. */
  public Value describe(Outcome outcome, PolicyScope scope) {
    if (outcome.effect() == null || outcome.isUnknown() || outcome.error() != null) {
      return NullValue.NULL;
    }
    try {
      return details.describe(scope);
    } catch (ExpressionException _) {
      return NullValue.NULL;
    }
  }

  /** Whether the {@code if} holds, without a look at what follows. */
  public Truth applies(PolicyScope scope) {
    return condition.test(scope);
  }
}
