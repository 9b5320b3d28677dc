package dev.interlock.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Marks values that must not be shown. */
public final class Secrets {

  /** Stands where a secure value would have to be shown, or told by what is made from it. */
  public static final UnknownValue UNKNOWN = new UnknownValue("it is made from a secure value");

  /** Functions that tell of a text how long it is or where something stands in it, no more. */
  private static final Set<String> OF_EXTENT = Set.of("length", "indexOf", "lastIndexOf");

  private Secrets() {}

  /** What a function gives that was given something secret. */
  static Value made(String function, Value value) {
    return switch (value) {
      case NumberValue number when OF_EXTENT.contains(function) -> number;
      default -> value.isSecret() ? value : mark(value);
    };
  }

  /**
   * The same value with every text in it marked; a number can't be marked and is unknown. Booleans
   * tell too little to matter.
   */
  public static Value mark(Value value) {
    return switch (value) {
      case StringValue text -> new StringValue(text.text(), true);
      case NumberValue _ -> UNKNOWN;
      case ArrayValue array -> new ArrayValue(array.items().stream().map(Secrets::mark).toList());
      case ObjectValue object -> {
        Map<String, Value> marked = LinkedHashMap.newLinkedHashMap(object.size());
        object.toMap().forEach((name, inner) -> marked.put(name, mark(inner)));
        yield ObjectValue.of(marked);
      }
      default -> value;
    };
  }

  /** True when nothing in it may be shown, so that the names in it say too much as well. */
  public static boolean isWhole(Value value) {
    return value.isSecret() && hasNoPlainText(value);
  }

  private static boolean hasNoPlainText(Value value) {
    return switch (value) {
      case StringValue text -> text.isSecret();
      case NumberValue _ -> false;
      case ArrayValue array -> array.items().stream().allMatch(Secrets::hasNoPlainText);
      case ObjectValue object -> object.toMap().values().stream().allMatch(Secrets::hasNoPlainText);
      default -> true;
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
