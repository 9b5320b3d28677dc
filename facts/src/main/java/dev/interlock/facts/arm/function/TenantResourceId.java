package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code tenantResourceId(type, name, …)}: the id of a resource of the tenant. */
final class TenantResourceId extends Asking {

  TenantResourceId() {
    super("tenantResourceId", Arity.atLeast(2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Value unknown = Identifier.unknown(arguments);
    if (unknown != null) {
      return unknown;
    }
    return Values.of(Identifier.of(arguments, 0).resource().below(""));
  }
}
