package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code tenant()}: the tenant that is deployed to. */
final class TenantFunction extends Asking {

  TenantFunction() {
    super("tenant", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("id", Tenants.path(scope));
    told.put("tenantId", Tenants.id(scope));
    for (String property : List.of("countryCode", "displayName")) {
      told.put(property, new UnknownValue("the tenant's " + property + " is not told"));
    }
    return ObjectValue.of(told);
  }
}
