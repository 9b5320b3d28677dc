package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code subscription()}: the subscription that is deployed to. */
final class SubscriptionFunction extends Asking {

  SubscriptionFunction() {
    super("subscription", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    String id = scope.deployment().place().subscription();
    if (id == null) {
      throw arguments.fail("this template is not deployed to a subscription");
    }
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("id", Values.of("/subscriptions/" + id));
    told.put("subscriptionId", Values.of(id));
    told.put("tenantId", Tenants.id(scope));
    told.put("displayName", new UnknownValue("the subscription's display name is not told"));
    return ObjectValue.of(told);
  }
}
