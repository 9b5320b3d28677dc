package dev.interlock.expression.function;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether values are the same, as far as they are known. */
final class Sameness {

  private Sameness() {}

  /** True, false, or unknown where it depends on what is unknown. */
  static Value of(Value a, Value b) {
    if (a.isKnown() && b.isKnown()) {
      return BooleanValue.of(a.equals(b));
    }
    if (a instanceof UnknownValue) {
      return a;
    }
    return switch (b) {
      case UnknownValue unknown -> unknown;
      case ArrayValue second when a instanceof ArrayValue first ->
          all(first.items(), second.items());
      case ObjectValue second when a instanceof ObjectValue first -> objects(first, second);
      default -> BooleanValue.FALSE;
    };
  }

  private static Value objects(ObjectValue a, ObjectValue b) {
    Map<String, Value> first = a.toMap();
    Map<String, Value> second = b.toMap();
    if (!first.keySet().equals(second.keySet())) {
      return BooleanValue.FALSE;
    }
    List<Value> others = new ArrayList<>();
    first.keySet().forEach(name -> others.add(second.getOrDefault(name, NullValue.NULL)));
    return all(List.copyOf(first.values()), others);
  }

  private static Value all(List<Value> first, List<Value> second) {
    if (first.size() != second.size()) {
      return BooleanValue.FALSE;
    }
    Value answer = BooleanValue.TRUE;
    for (int i = 0; i < first.size(); i++) {
      Value same = of(first.get(i), second.get(i));
      if (same == BooleanValue.FALSE) {
        return same;
      }
      answer = same instanceof UnknownValue ? same : answer;
    }
    return answer;
  }
}
