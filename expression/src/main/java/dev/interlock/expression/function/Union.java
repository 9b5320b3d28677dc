package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code union(a, b, …)}: every element of the arrays once, or the objects merged, the objects in
 * them too; of values under one name the later counts.
 */
final class Union extends Tolerant {

  Union() {
    super("union", Arity.atLeast(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    for (Value argument : arguments.all()) {
      if (argument instanceof UnknownValue) {
        return argument;
      }
    }
    return arguments.get(0) instanceof ArrayValue ? arrays(arguments) : objects(arguments);
  }

  private static Value arrays(Arguments arguments) {
    Set<Value> seen = new LinkedHashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      ArrayValue array = arguments.array(i);
      if (!array.isKnown()) {
        return new UnknownValue("an element of an array is unknown");
      }
      seen.addAll(array.items());
    }
    return new ArrayValue(List.copyOf(seen));
  }

  private static Value objects(Arguments arguments) {
    ObjectValue merged = arguments.object(0);
    for (int i = 1; i < arguments.size(); i++) {
      merged = Merge.deep(merged, arguments.object(i));
    }
    return merged;
  }
}
