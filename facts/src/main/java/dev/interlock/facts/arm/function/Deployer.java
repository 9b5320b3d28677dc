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

/** {@code deployer()}: who deploys, which nobody knows before. */
final class Deployer extends Asking {

  Deployer() {
    super("deployer", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("tenantId", Tenants.id(scope));
    for (String property : List.of("objectId", "userPrincipalName")) {
      told.put(property, new UnknownValue("who will deploy is not told"));
    }
    return ObjectValue.of(told);
  }
}
