package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What may be around a resource: its group, its subscription, the request, the time. */
final class Contexts {

  private static final Set<String> FUNCTIONS =
      Set.of("resourceGroup", "subscription", "requestContext", "utcNow");
  private static final List<Instant> TIMES =
      List.of(
          Instant.parse("2026-11-22T12:00:00Z"),
          Instant.parse("2019-01-01T00:00:00Z"),
          Instant.parse("2040-06-01T00:00:00Z"));
  private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";

  /** The usual surroundings. */
  static EvaluationContext usual() {
    return of(ObjectValue.EMPTY, TIMES.getFirst(), "2024-01-01");
  }

  boolean concerns(Set<String> functions) {
    return functions.stream().anyMatch(FUNCTIONS::contains);
  }

  /** The draft in other surroundings: tags that an expression may ask for, another time. */
  Draft other(Draft draft, List<Value> constants, Random random) {
    List<String> texts = new ArrayList<>(List.of("x", ""));
    constants.forEach(value -> {
      if (value instanceof StringValue text) {
        texts.add(text.text());
      }
    });
    Map<String, Value> tags = new LinkedHashMap<>();
    String shared = texts.get(random.nextInt(texts.size()));
    texts.forEach(text -> tags.put(text, Values.of(shared)));
    ObjectValue chosen = random.nextBoolean() ? ObjectValue.of(tags) : ObjectValue.EMPTY;
    String version = random.nextBoolean() ? "2015-01-01" : "2026-01-01";
    return draft.with(of(chosen, TIMES.get(random.nextInt(TIMES.size())), version));
  }

  private static EvaluationContext of(ObjectValue tags, Instant now, String apiVersion) {
    String subscription = "/subscriptions/" + SUBSCRIPTION;
    Map<String, Value> group = new LinkedHashMap<>();
    group.put("id", Values.of(subscription + "/resourceGroups/rg1"));
    group.put("name", Values.of("rg1"));
    group.put("location", Values.of("westeurope"));
    group.put("managedBy", Values.of(""));
    group.put("tags", tags);
    Map<String, Value> around = new LinkedHashMap<>();
    around.put("id", Values.of(subscription));
    around.put("subscriptionId", Values.of(SUBSCRIPTION));
    around.put("tenantId", Values.of("33333333-3333-3333-3333-333333333333"));
    around.put("displayName", Values.of("plants"));
    around.put("tags", tags);
    return new EvaluationContext(
        ObjectValue.of(around),
        ObjectValue.of(group),
        ObjectValue.of("apiVersion", Values.of(apiVersion)),
        now);
  }
}
