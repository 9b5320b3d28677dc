package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rules can ask beside the resource, as people write it: {@code subscription}, {@code
 * resourceGroup}, {@code requestContext}, {@code policy}, {@code utcNow}.
 */
public record GivenContext(ObjectValue given) {

  /** The resource with the API version of the request. */
  public Subject subject(ObjectValue resource) {
    ObjectValue request = object("requestContext");
    return new Subject(resource, request == null ? null : text(request.get("apiVersion")));
  }

  /** The context of an evaluation at an instant. */
  public EvaluationContext at(Instant now) {
    return new EvaluationContext(
        object("subscription"), object("resourceGroup"), object("requestContext"), now);
  }

  /** What {@code policy()} gives. */
  public ObjectValue policy() {
    ObjectValue policy = object("policy");
    return policy == null ? ObjectValue.EMPTY : policy;
  }

  /** When it is, as written; null when that is not said. */
  public @Nullable String utcNow() {
    return text(given.get("utcNow"));
  }

  private @Nullable ObjectValue object(String name) {
    return given.get(name) instanceof ObjectValue object ? object : null;
  }

  private static @Nullable String text(@Nullable Value value) {
    return value instanceof StringValue text ? text.text() : null;
  }
}
