package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/**
 * {@code toLogicalZone(subscription, location, zone)} and its like: which physical zone of a region
 * stands behind which number, which differs from subscription to subscription.
 */
final class ZoneMapping extends Asking {

  ZoneMapping(String name) {
    super(name, Arity.of(3));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    return new UnknownValue(name() + "() asks the subscription at deployment");
  }
}
