package dev.interlock.guardrails.azurepolicy;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** JSON written another way, which must mean the same, or changed so that it need not. */
final class Rewritten {

  /** Words of resources and rules whose texts are names. */
  private static final Set<String> NAMED = Set.of("type", "field", "containskey", "effect");

  private Rewritten() {}

  /** The same with the properties of all objects in another order. */
  static Value shuffled(Value value, Random random) {
    return switch (value) {
      case ObjectValue object -> {
        List<String> names = new ArrayList<>(object.names());
        Collections.shuffle(names, random);
        Map<String, Value> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, shuffled(of(object, name), random)));
        yield ObjectValue.of(all);
      }
      case ArrayValue array ->
          new ArrayValue(array.items().stream().map(item -> shuffled(item, random)).toList());
      default -> value;
    };
  }

  /** The same with all names in another letter case: keys, fields, types, effects. */
  static Value recased(Value value, Random random) {
    return switch (value) {
      case ObjectValue object -> {
        Map<String, Value> all = new LinkedHashMap<>();
        for (String name : object.names()) {
          Value own = of(object, name);
          boolean isName = NAMED.contains(name.toLowerCase(Locale.ROOT));
          Value written =
              isName && own instanceof StringValue text && !text.text().startsWith("[")
                  ? Values.of(recased(text.text(), random))
                  : recased(own, random);
          all.put(recased(name, random), written);
        }
        yield ObjectValue.of(all);
      }
      case ArrayValue array ->
          new ArrayValue(array.items().stream().map(item -> recased(item, random)).toList());
      default -> value;
    };
  }

  private static String recased(String text, Random random) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .mapToObj(c -> String.valueOf((char) c))
        .map(c -> random.nextBoolean() ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT))
        .forEach(out::append);
    return out.toString();
  }

  /** The same with something replaced, renamed or left out. */
  static Value mutated(Value value, RandomPolicies any) {
    if (any.below(12) == 0) {
      return any.json(2);
    }
    return switch (value) {
      case ObjectValue object -> {
        Map<String, Value> all = new LinkedHashMap<>();
        for (String name : object.names()) {
          if (any.below(15) > 0) {
            String key = any.below(15) == 0 ? "other" : name;
            all.put(key, mutated(of(object, name), any));
          }
        }
        yield ObjectValue.of(all);
      }
      case ArrayValue array ->
          new ArrayValue(array.items().stream().map(item -> mutated(item, any)).toList());
      default -> value;
    };
  }

  private static Value of(ObjectValue object, String name) {
    return java.util.Objects.requireNonNull(object.get(name));
  }
}
