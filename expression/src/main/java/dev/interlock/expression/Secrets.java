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

  /** The same value as it may be shown: every marked text in it says only that it is secret. */
  public static Value hidden(Value value) {
    if (!value.isSecret()) {
      return value;
    }
    return switch (value) {
      case StringValue text -> Values.of(text.toString());
      case ArrayValue array -> new ArrayValue(array.items().stream().map(Secrets::hidden).toList());
      case ObjectValue object -> {
        Map<String, Value> shown = LinkedHashMap.newLinkedHashMap(object.size());
        object.toMap().forEach((name, inner) -> shown.put(name, hidden(inner)));
        yield ObjectValue.of(shown);
      }
      default -> value;
    };
  }
}
