package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code resourceGroup()}: what is known of the resource's group; its name and id at least when the
 * resource's id tells them.
 */
public final class ResourceGroup implements ScopeFunction<PolicyScope> {

  @Override
  public String name() {
    return "resourceGroup";
  }

  @Override
  public Arity arity() {
    return Arity.of(0);
  }

  @Override
  public Value apply(PolicyScope scope, Arguments arguments) {
    ObjectValue given = scope.context().resourceGroup();
    return given == null ? fromId(scope.ofFunctions().subject()) : given;
  }

  private static Value fromId(Subject subject) {
    UnknownValue unknown = new UnknownValue("the resource group is not known");
    String id = subject.property(Subject.ID) instanceof StringValue text ? text.text() : "";
    String name = ResourceIds.after(id, "resourceGroups");
    String subscription = ResourceIds.after(id, "subscriptions");
    if (name == null || subscription == null) {
      return unknown;
    }
    Map<String, Value> group = new LinkedHashMap<>();
    group.put("id", Values.of("/subscriptions/" + subscription + "/resourceGroups/" + name));
    group.put("name", Values.of(name));
    List.of("location", "tags", "managedBy", "properties").forEach(p -> group.put(p, unknown));
    return ObjectValue.of(group);
  }
}
