package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code tryIndexFromEnd(array, place)}: the element at that place counted from the end (1 is the
 * last), or null when there is none.
 */
final class TryIndexFromEnd extends Tolerant {

  TryIndexFromEnd() {
    super("tryIndexFromEnd", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case UnknownValue unknown -> unknown;
      case Value _ when arguments.get(1) instanceof UnknownValue unknown -> unknown;
      case ArrayValue array when arguments.get(1) instanceof IntegerValue place ->
          element(array.items(), place.value());
      default -> NullValue.NULL;
    };
  }

  private static Value element(List<Value> items, long place) {
    return place < 1 || place > items.size()
        ? NullValue.NULL
        : items.get(items.size() - (int) place);
  }
}
