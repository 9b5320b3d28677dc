package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code requestContext()}: the API version of the request, and who made it. Where no request is
 * given, the API version is the resource's own, and failing that today's date: existing resources
 * are always evaluated with the latest version, and none is later.
 */
public final class RequestContext implements ScopeFunction<PolicyScope> {

  @Override
  public String name() {
    return "requestContext";
  }

  @Override
  public Arity arity() {
    return Arity.of(0);
  }

  @Override
  public Value apply(PolicyScope scope, Arguments arguments) {
    ObjectValue given = scope.context().requestContext();
    Map<String, Value> context = given == null ? new LinkedHashMap<>() : given.toMap();
    if (given == null || given.get("apiVersion") == null) {
      context.put("apiVersion", Values.of(apiVersion(scope)));
    }
    if (given == null) {
      context.put("identity", new UnknownValue("who makes the request is not known"));
    }
    return ObjectValue.of(context);
  }

  private static String apiVersion(PolicyScope scope) {
    @Nullable String own = scope.ofFunctions().subject().typeVersion().apiVersion();
    return own == null
        ? scope.context().now().atOffset(ZoneOffset.UTC).toLocalDate().toString()
        : own;
  }
}
