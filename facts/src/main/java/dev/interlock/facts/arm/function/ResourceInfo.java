package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.Planned;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code resourceInfo(symbol)}: the id, type, name and version of a resource of the template. */
final class ResourceInfo extends Asking {

  ResourceInfo() {
    super("resourceInfo", Arity.of(1));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    Planned planned = scope.deployment().find(arguments.text(0));
    if (planned == null) {
      throw arguments.fail("the template has no resource '" + arguments.text(0) + "'");
    }
    return planned.info();
  }
}
