package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.guardrails.azurepolicy.effect.Effect;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a resource.
 *
 * @param effect that follows; null when nothing does, or when it is not known which
 * @param isUnknown whether nobody can tell if the rule applies
 * @param reason why it is unknown; null otherwise
 * @param error why the evaluation failed; null when it did not. Azure denies then
 */
public record Outcome(
    @Nullable Effect effect, boolean isUnknown, @Nullable String reason, @Nullable String error) {

  /** The rule does not apply, or is satisfied. */
  public static final Outcome NONE = new Outcome(null, false, null, null);

  private static final Map<Effect, Outcome> EFFECTS = new EnumMap<>(Effect.class);

  static {
    for (Effect effect : Effect.values()) {
      EFFECTS.put(effect, new Outcome(effect, false, null, null));
    }
  }

  /** The rule applies. */
  public static Outcome of(Effect effect) {
    return java.util.Objects.requireNonNull(EFFECTS.get(effect));
  }

  /** Nobody can tell. */
  public static Outcome unknown(@Nullable Effect effect, String reason) {
    return new Outcome(effect, true, reason, null);
  }

  /** The evaluation failed. */
  public static Outcome failed(String error) {
    return new Outcome(Effect.DENY, false, null, error);
  }
}
