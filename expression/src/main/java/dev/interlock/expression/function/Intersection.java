package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code intersection(a, b, …)}: the elements that all arrays have, or the properties that all
 * objects have with the same value.
 */
final class Intersection extends Strict {

  Intersection() {
    super("intersection", Arity.atLeast(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return arguments.get(0) instanceof ArrayValue ? arrays(arguments) : objects(arguments);
  }

  private static Value arrays(Arguments arguments) {
    Set<Value> common = new LinkedHashSet<>(arguments.array(0).items());
    for (int i = 1; i < arguments.size(); i++) {
      common.retainAll(new HashSet<>(arguments.array(i).items()));
    }
    return new ArrayValue(List.copyOf(common));
  }

  private static Value objects(Arguments arguments) {
    Map<String, Value> common = arguments.object(0).toMap();
    for (int i = 1; i < arguments.size(); i++) {
      ObjectValue other = arguments.object(i);
      common.entrySet().removeIf(entry -> !entry.getValue().equals(other.get(entry.getKey())));
    }
    return ObjectValue.of(common);
  }
}
