package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.scope.TemplateScope;

/**
 * {@code subscriptionResourceId([subscription], type, name, …)}: the id of a resource of a
 * subscription.
 */
final class SubscriptionResourceId extends Asking {

  SubscriptionResourceId() {
    super("subscriptionResourceId", Arity.atLeast(2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Value unknown = Identifier.unknown(arguments);
    if (unknown != null) {
      return unknown;
    }
    Identifier identifier = Identifier.of(arguments, 1);
    String own = scope.deployment().place().subscription();
    String subscription = identifier.before().isEmpty() ? own : identifier.before().getFirst();
    if (subscription == null) {
      throw arguments.fail("this template is not deployed to a subscription; name one");
    }
    return Values.of(identifier.resource().id(Place.subscription(subscription)));
  }
}
