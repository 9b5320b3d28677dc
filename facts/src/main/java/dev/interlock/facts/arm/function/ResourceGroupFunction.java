package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code resourceGroup()}: the resource group that is deployed to. */
final class ResourceGroupFunction extends Asking {

  ResourceGroupFunction() {
    super("resourceGroup", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Place place = scope.deployment().place();
    String name = place.resourceGroup();
    if (name == null) {
      throw arguments.fail("this template is not deployed to a resource group");
    }
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("id", Values.of(place.id()));
    told.put("name", Values.of(name));
    told.put("type", Values.of("Microsoft.Resources/resourceGroups"));
    told.put("location", scope.deployment().surroundings().location());
    told.put("managedBy", notTold("managedBy"));
    told.put("tags", scope.deployment().surroundings().tags());
    told.put("properties", ObjectValue.of("provisioningState", Values.of("Succeeded")));
    return ObjectValue.of(told);
  }

  private static Value notTold(String property) {
    return new UnknownValue("the resource group's " + property + " is not told");
  }
}
