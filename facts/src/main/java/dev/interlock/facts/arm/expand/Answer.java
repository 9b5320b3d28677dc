package dev.interlock.facts.arm.expand;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.place.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code reference} gives for a resource of the template: the outputs of a deployment; of
 * anything else what the template says, and beside it what nobody knows.
 */
record Answer(PlannedResource of) {

  private static final String PROVIDERS = "/providers/";

  Value told(boolean full) {
    if (of.isAbsent()) {
      return new UnknownValue(of.resource().name() + " is not deployed: its condition is false");
    }
    String reason = "what " + of.resource().name() + " answers is known only once it is deployed";
    if (of.isExisting()) {
      return new UnknownValue(
          "what " + of.resource().name() + " answers is known only when Azure is asked");
    }
    return of.isDeployment() ? deployment(full, reason) : resource(full, reason);
  }

  private Value deployment(boolean full, String reason) {
    TemplateDeployment nested = of.nested();
    if (nested == null) {
      return new UnknownValue("the template of " + of.resource().name() + " is not here");
    }
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("outputs", nested.outputs());
    told.put("provisioningState", Values.of("Succeeded"));
    for (String property : new String[] {"correlationId", "timestamp", "duration", "parameters"}) {
      told.put(property, new UnknownValue(reason));
    }
    ObjectValue properties = ObjectValue.of(told);
    return full ? ObjectValue.of(around(properties)) : properties;
  }

  private Value resource(boolean full, String reason) {
    ObjectValue body = of.body();
    if (!full) {
      return body.get("properties") instanceof ObjectValue properties
          ? new UnknownValue(reason, properties)
          : new UnknownValue(reason);
    }
    Map<String, Value> told = around(body.get("properties"));
    body.toMap().forEach(told::putIfAbsent);
    return new UnknownValue(reason, ObjectValue.of(told));
  }

  private Map<String, Value> around(@Nullable Value properties) {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("apiVersion", Values.of(of.text("apiVersion")));
    told.put("resourceId", Values.of(of.resource().below("").substring(PROVIDERS.length())));
    told.put("scope", Values.of(scope()));
    Place place = of.there().place();
    put(told, "subscriptionId", place.subscription());
    put(told, "resourceGroupName", place.resourceGroup());
    if (properties != null) {
      told.put("properties", properties);
    }
    return told;
  }

  /** As documented templates take it apart: empty within a subscription. */
  private String scope() {
    String id = of.there().id();
    boolean within = of.there().extended() == null && !id.startsWith(PROVIDERS);
    return within ? "" : id.startsWith(PROVIDERS) ? id.substring(PROVIDERS.length()) : id;
  }

  private static void put(Map<String, Value> told, String key, @Nullable String text) {
    if (text != null) {
      told.put(key, Values.of(text));
    }
  }
}
