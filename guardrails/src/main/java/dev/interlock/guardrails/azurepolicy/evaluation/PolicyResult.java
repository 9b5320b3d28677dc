package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one definition says of one resource.
 *
 * @param effect the effect that follows, {@code none} or {@code unknown}
 * @param details what the effect would do; null as a value when there is nothing to say
 * @param reason why it is unknown; null when it is known
 * @param error why the definition can't be used or its evaluation failed; null when neither
 */
public record PolicyResult(
    String effect, Value details, @Nullable String reason, @Nullable String error) {

  /** The rule does not apply, or is satisfied. */
  public static final PolicyResult NONE = new PolicyResult("none", NullValue.NULL, null, null);

  /** The rule applies. */
  public static PolicyResult of(Effect effect, Value details) {
    return new PolicyResult(effect.word(), details, null, null);
  }

  /** Nobody can tell. */
  public static PolicyResult unknown(String reason) {
    return new PolicyResult("unknown", NullValue.NULL, reason, null);
  }

  /** The definition can't be used: it says nothing. */
  public static PolicyResult broken(String error) {
    return new PolicyResult("none", NullValue.NULL, null, error);
  }

  /** The evaluation failed, which Azure treats as a deny. */
  public static PolicyResult failed(String error) {
    return new PolicyResult(Effect.DENY.word(), NullValue.NULL, null, error);
  }

  /** True when nobody can tell. */
  public boolean isUnknown() {
    return reason != null;
  }

  /** True when an effect follows. */
  public boolean applies() {
    return !effect.equals("none") && !isUnknown();
  }

  /** As JSON: {@code effect}, {@code details}, {@code error}, and {@code reason} when unknown. */
  public ObjectValue toJson() {
    Map<String, Value> json = new LinkedHashMap<>();
    json.put("effect", Values.of(effect));
    json.put("details", details);
    json.put("error", error == null ? NullValue.NULL : Values.of(error));
    if (reason != null) {
      json.put("reason", Values.of(reason));
    }
    return ObjectValue.of(json);
  }
}
