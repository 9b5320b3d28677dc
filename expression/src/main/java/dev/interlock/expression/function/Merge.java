package dev.interlock.expression.function;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import org.jspecify.annotations.Nullable;

/** Merges objects. */
final class Merge {

  private Merge() {}

  /** The properties of both; of values under one name the later, merged when both are objects. */
  static ObjectValue deep(ObjectValue first, ObjectValue second) {
    Properties merged = new Properties();
    merged.putAll(first);
    for (int i = 0; i < second.size(); i++) {
      String name = second.names().get(i);
      merged.put(name, merged(merged.get(name), second.at(i)));
    }
    return merged.object();
  }

  private static Value merged(@Nullable Value earlier, Value later) {
    return switch (earlier) {
      case ObjectValue first when later instanceof ObjectValue second -> deep(first, second);
      // it may be an object, whose properties would stay
      case UnknownValue unknown when later instanceof ObjectValue -> unknown;
      case null, default -> later;
    };
  }
}
