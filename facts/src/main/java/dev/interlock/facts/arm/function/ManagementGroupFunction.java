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

/** {@code managementGroup()}: the management group that is deployed to. */
final class ManagementGroupFunction extends Asking {

  ManagementGroupFunction() {
    super("managementGroup", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    String name = scope.deployment().place().managementGroup();
    if (name == null) {
      throw arguments.fail("this template is not deployed to a management group");
    }
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("id", Values.of(scope.deployment().place().id()));
    told.put("name", Values.of(name));
    told.put("type", Values.of("/providers/Microsoft.Management/managementGroups"));
    told.put("properties", new UnknownValue("the management group's properties are not told"));
    return ObjectValue.of(told);
  }
}
