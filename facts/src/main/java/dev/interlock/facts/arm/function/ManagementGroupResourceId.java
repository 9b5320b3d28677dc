package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.scope.TemplateScope;

/**
 * {@code managementGroupResourceId([group], type, name, …)}: the id of a resource of a management
 * group.
 */
final class ManagementGroupResourceId extends Asking {

  ManagementGroupResourceId() {
    super("managementGroupResourceId", Arity.atLeast(2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Value unknown = Identifier.unknown(arguments);
    if (unknown != null) {
      return unknown;
    }
    Identifier identifier = Identifier.of(arguments, 1);
    String own = scope.deployment().place().managementGroup();
    String group = identifier.before().isEmpty() ? own : identifier.before().getFirst();
    if (group == null) {
      throw arguments.fail("this template is not deployed to a management group; name one");
    }
    return Values.of(identifier.resource().id(Place.managementGroup(group)));
  }
}
