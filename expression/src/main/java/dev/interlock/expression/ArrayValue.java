package dev.interlock.expression;

import java.util.List;

/**
 * A list of values.
 *
 * @param items in order
 */
public record ArrayValue(List<Value> items) implements Value {

  /** The list of nothing. */
  public static final ArrayValue EMPTY = new ArrayValue(List.of());

  public ArrayValue {
    items = List.copyOf(items);
  }

  /** The list of these. */
  public static ArrayValue of(Value... items) {
    return new ArrayValue(List.of(items));
  }

  @Override
  public boolean isKnown() {
    for (Value item : items) {
      if (!item.isKnown()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String typeName() {
    return "Array";
  }
}
