package dev.interlock.guardrails.judge;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters as CEL takes them. */
final class Values {

  private Values() {}

  static Map<String, Object> of(Map<String, ?> params) {
    Map<String, Object> values = new LinkedHashMap<>();
    params.forEach((key, value) -> values.put(key, of(value)));
    return values;
  }

  private static Object of(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.NULL_VALUE;
      case Integer number -> number.longValue();
      case Long number -> number;
      case Number number -> number.doubleValue();
      case Collection<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(element -> copy.add(of(element)));
        yield copy;
      }
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(String.valueOf(key), of(inner)));
        yield copy;
      }
      default -> value;
    };
  }
}
