package dev.interlock.expression;

import java.util.LinkedHashMap;
import java.util.Map;

/** Marks values that must not be shown. */
public final class Secrets {

  private Secrets() {}

  /**
   * The same value with every text in it marked; numbers and booleans tell too little to matter.
   */
  public static Value mark(Value value) {
    return switch (value) {
      case StringValue text -> new StringValue(text.text(), true);
      case ArrayValue array -> new ArrayValue(array.items().stream().map(Secrets::mark).toList());
      case ObjectValue object -> {
        Map<String, Value> marked = LinkedHashMap.newLinkedHashMap(object.size());
        object.toMap().forEach((name, inner) -> marked.put(name, mark(inner)));
        yield ObjectValue.of(marked);
      }
      default -> value;
    };
  }
}
