package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.DateFormats;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * {@code utcNow()}: the instant of the evaluation, in UTC, with seven digits of a second; or in the
 * format that is asked for, as in templates.
 */
public final class UtcNow implements ScopeFunction<PolicyScope> {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "utcNow";
  }

  @Override
  public Arity arity() {
    return Arity.of(0, 1);
  }

  @Override
  public Value apply(PolicyScope scope, Arguments arguments) {
    Instant now = scope.context().now();
    return Values.of(
        arguments.size() == 0
            ? FORMAT.format(now)
            : DateFormats.format(now.atOffset(ZoneOffset.UTC), arguments.text(0)));
  }
}
