package dev.interlock.expression.function;

import dev.interlock.expression.Limits;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an object that is being made. Of two whose names differ in letter case only the
 * later value counts, under the name that came first.
 */
final class Properties {

  private final Map<PropertyName, Value> values = new LinkedHashMap<>();
  private long weight;

  void put(String name, Value value) {
    values.put(new PropertyName(name), value);
    weight += name.length() + value.weight();
    Limits.elements(values.size());
    Limits.weight(weight);
  }

  void putAll(ObjectValue object) {
    for (int i = 0; i < object.size(); i++) {
      put(object.names().get(i), object.at(i));
    }
  }

  @Nullable Value get(String name) {
    return values.get(new PropertyName(name));
  }

  ObjectValue object() {
    Map<String, Value> named = LinkedHashMap.newLinkedHashMap(values.size());
    values.forEach((name, value) -> named.put(name.text(), value));
    return ObjectValue.of(named);
  }
}
