package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.expression.ObjectValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rules can ask beside the resource. What is null is not known, and so is what asks for it.
 *
 * @param subscription what {@code subscription()} gives
 * @param resourceGroup what {@code resourceGroup()} gives
 * @param requestContext what {@code requestContext()} gives
 * @param now what {@code utcNow()} gives
 */
public record EvaluationContext(
    @Nullable ObjectValue subscription,
    @Nullable ObjectValue resourceGroup,
    @Nullable ObjectValue requestContext,
    Instant now) {

  /** Nothing but the time. */
  public static EvaluationContext at(Instant now) {
    return new EvaluationContext(null, null, null, now);
  }
}
