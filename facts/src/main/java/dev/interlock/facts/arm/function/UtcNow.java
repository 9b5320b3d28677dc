package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.DateFormats;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.time.Instant;
import java.time.ZoneOffset;

/** {@code utcNow([format])}: when it is deployed, in UTC. */
final class UtcNow extends Asking {

  UtcNow() {
    super("utcNow", Arity.of(0, 1));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    String format = arguments.has(0) ? arguments.text(0) : "yyyyMMddTHHmmssZ";
    Instant now = scope.deployment().surroundings().now();
    return now == null
        ? new UnknownValue("when it will be deployed is not told")
        : Values.of(DateFormats.format(now.atOffset(ZoneOffset.UTC), format));
  }
}
