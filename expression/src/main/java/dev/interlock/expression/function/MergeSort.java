package dev.interlock.expression.function;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts by a lambda, which may be inconsistent or not know. */
final class MergeSort {

  private final Lazy function;
  private final Lambda before;
  private @Nullable UnknownValue undecided;

  MergeSort(Lazy function, Lambda before) {
    this.function = function;
    this.before = before;
  }

  /** The array of these in order; unknown when the lambda did not know. */
  Value sorted(List<Value> items) {
    List<Value> result = split(items);
    UnknownValue unknown = undecided;
    return unknown == null ? new ArrayValue(result) : unknown;
  }

  private List<Value> split(List<Value> items) {
    if (items.size() < 2) {
      return items;
    }
    int middle = items.size() / 2;
    return merged(split(items.subList(0, middle)), split(items.subList(middle, items.size())));
  }

  private List<Value> merged(List<Value> left, List<Value> right) {
    List<Value> merged = new ArrayList<>(left.size() + right.size());
    int i = 0;
    for (Value item : right) {
      while (i < left.size() && !isBefore(item, left.get(i))) {
        merged.add(left.get(i++));
      }
      merged.add(item);
    }
    merged.addAll(left.subList(i, left.size()));
    return merged;
  }

  private boolean isBefore(Value a, Value b) {
    return switch (before.call(a, b)) {
      case BooleanValue truth -> truth.isTrue();
      case UnknownValue unknown -> {
        undecided = unknown;
        yield false;
      }
      case Value other ->
          throw function.fail("the lambda must give a boolean, not " + other.typeName());
    };
  }
}
