package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Level;

/**
 * {@code resourceId([subscription], [group], type, name, …)}: the id of a resource. In a deployment
 * to a management group it is one of the tenant, as documented.
 */
final class ResourceId extends Asking {

  ResourceId() {
    super("resourceId", Arity.atLeast(2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Value unknown = Identifier.unknown(arguments);
    if (unknown != null) {
      return unknown;
    }
    Identifier identifier = Identifier.of(arguments, 2);
    return Values.of(identifier.resource().id(place(scope.deployment().place(), identifier)));
  }

  private static Place place(Place here, Identifier identifier) {
    return switch (identifier.before().size()) {
      case 0 -> here.level() == Level.MANAGEMENT_GROUP ? Place.tenant() : here;
      case 1 ->
          here.resourceGroup() == null
              ? Place.subscription(identifier.before().getFirst())
              : Place.group(here.subscription() + "", identifier.before().getFirst());
      default -> Place.group(identifier.before().getFirst(), identifier.before().get(1));
    };
  }
}
