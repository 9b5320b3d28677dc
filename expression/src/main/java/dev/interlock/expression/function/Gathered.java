package dev.interlock.expression.function;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.Limits;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;

/** The elements of an array that is being made, none more than it may have. */
final class Gathered {

  private final List<Value> items = new ArrayList<>();
  private long weight;

  void add(Value item) {
    items.add(item);
    weight += item.weight();
    Limits.elements(items.size());
    Limits.weight(weight);
  }

  ArrayValue array() {
    return new ArrayValue(items);
  }
}
