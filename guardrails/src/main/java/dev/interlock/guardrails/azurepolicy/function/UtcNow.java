package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** {@code utcNow()}: the instant of the evaluation, in UTC, with seven digits of a second. */
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
    return Arity.of(0);
  }

  @Override
  public Value apply(PolicyScope scope, Arguments arguments) {
    return Values.of(FORMAT.format(scope.context().now()));
  }
}
