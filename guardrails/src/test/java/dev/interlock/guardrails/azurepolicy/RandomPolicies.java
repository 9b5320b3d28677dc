package dev.interlock.guardrails.azurepolicy;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.operator.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Rules and resources made at random, the same for the same seed. */
final class RandomPolicies {

  static final String GROUPS = "Microsoft.Network/networkSecurityGroups";
  private static final String RULES = GROUPS + "/securityRules";
  private static final List<String> OPERATORS = List.copyOf(Operators.names());

  private static final List<String> WORDS =
      List.of("a", "A", "b*", "", "Allow", "deny", "10.0.0.0/8", "3389", "2026-01-01T00:00:00Z");

  private static final List<String> FIELDS =
      List.of(
          "name",
          "fullName",
          "kind",
          "type",
          "location",
          "id",
          "identity.type",
          "tags",
          "tags.env",
          "tags['env']",
          RULES,
          RULES + "[*]",
          RULES + "[*].access",
          RULES + "[*].priority",
          RULES + "[*].sourceAddressPrefixes[*]",
          GROUPS + "/noSuchAlias");

  private static final List<String> EXPRESSIONS =
      List.of(
          "[field('name')]",
          "[length(field('tags'))]",
          "[resourceGroup().name]",
          "[utcNow()]",
          "[field('" + RULES + "[*].access')]",
          "[first(field('" + RULES + "[*].priority'))]",
          "[substring(field('name'), 0, 3)]",
          "[subscription().displayName]",
          "[current()]",
          "[current('element')]",
          "[concat('a', field('kind'))]",
          "[[not an expression]",
          "[parameters('list')]",
          "[empty(field('location'))]",
          "[if(true(), 1, 'a')]");

  private final Random random;

  RandomPolicies(long seed) {
    this.random = new Random(seed);
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Any JSON. */
  Value json(int depth) {
    return switch (below(depth > 0 ? 8 : 6)) {
      case 0 -> NullValue.NULL;
      case 1 -> BooleanValue.of(random.nextBoolean());
      case 2 -> new IntegerValue(random.nextInt(5));
      case 3 -> Values.of(one(EXPRESSIONS));
      case 4, 5 -> Values.of(one(WORDS));
      case 6 -> array(3, () -> json(depth - 1));
      default ->
          object(List.of("a", "b", "field", "equals", "value", "env"), () -> json(depth - 1));
    };
  }

  private Value array(int most, Supplier<Value> items) {
    List<Value> all = new ArrayList<>();
    int count = below(most + 1);
    for (int i = 0; i < count; i++) {
      all.add(items.get());
    }
    return new ArrayValue(all);
  }

  private ObjectValue object(List<String> names, Supplier<Value> values) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (String name : names) {
      if (random.nextBoolean()) {
        all.put(name, values.get());
      }
    }
    return ObjectValue.of(all);
  }

  /** A condition of the grammar, with values that may not suit it. */
  ObjectValue condition(int depth) {
    return switch (below(depth > 0 ? 9 : 4)) {
      case 0, 1, 2 -> compared("field", Values.of(one(FIELDS)));
      case 3 -> compared("value", json(1));
      case 4 -> ObjectValue.of(Map.of("not", condition(depth - 1)));
      case 5 -> ObjectValue.of(Map.of("allOf", array(3, () -> condition(depth - 1))));
      case 6 -> ObjectValue.of(Map.of("anyOf", array(3, () -> condition(depth - 1))));
      case 7 -> compared("count", fieldCount(depth - 1));
      default -> compared("count", valueCount(depth - 1));
    };
  }

  private ObjectValue compared(String left, Value value) {
    Map<String, Value> condition = new LinkedHashMap<>();
    condition.put(left, value);
    String operator = one(OPERATORS);
    condition.put(operator, right(operator));
    return ObjectValue.of(condition);
  }

  /** What mostly suits an operator. */
  private Value right(String operator) {
    if (below(8) == 0) {
      return json(1);
    }
    return switch (operator) {
      case "in", "notIn" -> array(3, () -> Values.of(one(WORDS)));
      case "exists" -> BooleanValue.of(random.nextBoolean());
      default -> below(3) == 0 ? new IntegerValue(random.nextInt(4)) : Values.of(one(WORDS));
    };
  }

  private Value fieldCount(int depth) {
    Map<String, Value> count = new LinkedHashMap<>();
    count.put("field", Values.of(one(FIELDS.subList(11, 15))));
    if (random.nextBoolean()) {
      count.put("where", condition(depth));
    }
    return ObjectValue.of(count);
  }

  private Value valueCount(int depth) {
    Map<String, Value> count = new LinkedHashMap<>();
    count.put("value", array(3, () -> json(1)));
    count.put("name", Values.of("element"));
    if (random.nextBoolean()) {
      count.put("where", condition(depth));
    }
    return ObjectValue.of(count);
  }

  /** A rule with details that may not suit its effect. */
  ObjectValue rule() {
    Map<String, Value> then = new LinkedHashMap<>();
    then.put("effect", Values.of(one(List.of("deny", "Audit", "modify", "append", "manual"))));
    if (random.nextBoolean()) {
      Value operation =
          ObjectValue.of(
              Map.of(
                  "operation",
                  Values.of(one(List.of("add", "addOrReplace", "Remove"))),
                  "field",
                  Values.of(one(FIELDS)),
                  "value",
                  json(1)));
      then.put("details", ObjectValue.of(Map.of("operations", new ArrayValue(List.of(operation)))));
    }
    return ObjectValue.of(Map.of("if", condition(3), "then", ObjectValue.of(then)));
  }

  /** A network security group, some of it amiss. */
  ObjectValue resource() {
    Map<String, Value> resource = new LinkedHashMap<>();
    resource.put("type", Values.of(below(9) == 0 ? "Microsoft.Storage/storageAccounts" : GROUPS));
    resource.put(
        "id", Values.of("/subscriptions/s/resourceGroups/g/providers/" + GROUPS + "/plant"));
    resource.put("name", below(5) == 0 ? json(1) : Values.of(one(List.of("plant", "a", "Abc"))));
    resource.put("location", below(5) == 0 ? json(1) : Values.of("West Europe"));
    resource.put("tags", below(5) == 0 ? json(1) : object(List.of("env", "b"), () -> word()));
    if (random.nextBoolean()) {
      resource.put("kind", word());
    }
    if (below(6) > 0) {
      resource.put("properties", properties());
    }
    return ObjectValue.of(resource);
  }

  private Value word() {
    return Values.of(one(WORDS));
  }

  private ObjectValue properties() {
    Value rules =
        below(8) == 0
            ? json(2)
            : array(
                3, () -> ObjectValue.of(Map.of("name", word(), "properties", properties(word()))));
    return ObjectValue.of(Map.of("securityRules", rules));
  }

  private ObjectValue properties(Value access) {
    Map<String, Value> rule = new LinkedHashMap<>();
    rule.put("access", below(6) == 0 ? json(1) : access);
    rule.put("priority", below(6) == 0 ? json(1) : new IntegerValue(random.nextInt(4)));
    if (random.nextBoolean()) {
      rule.put("sourceAddressPrefixes", array(3, this::word));
    }
    return ObjectValue.of(rule);
  }
}
