package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code subscription()}: what is known of the resource's subscription; its id at least when the
 * resource's id tells it.
 */
public final class Subscription implements ScopeFunction<PolicyScope> {

  @Override
  public String name() {
    return "subscription";
  }

  @Override
  public Arity arity() {
    return Arity.of(0);
  }

  @Override
  public Value apply(PolicyScope scope, Arguments arguments) {
    ObjectValue given = scope.context().subscription();
    return given == null ? fromId(scope.ofFunctions().subject()) : given;
  }

  private static Value fromId(Subject subject) {
    UnknownValue unknown = new UnknownValue("the subscription is not known");
    String id = subject.property(Subject.ID) instanceof StringValue text ? text.text() : "";
    String subscription = ResourceIds.after(id, "subscriptions");
    if (subscription == null) {
      return unknown;
    }
    Map<String, Value> found = new LinkedHashMap<>();
    found.put("id", Values.of("/subscriptions/" + subscription));
    found.put("subscriptionId", Values.of(subscription));
    List.of("tenantId", "displayName", "tags", "state").forEach(p -> found.put(p, unknown));
    return ObjectValue.of(found);
  }
}
