package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;

/**
 * {@code empty(value)}: whether an array, object or text has nothing in it; null has nothing in it.
 */
final class Empty extends Tolerant {

  Empty() {
    super("empty", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case UnknownValue unknown -> unknown;
      case NullValue _ -> BooleanValue.TRUE;
      case ArrayValue array -> BooleanValue.of(array.items().isEmpty());
      case ObjectValue object -> BooleanValue.of(object.size() == 0);
      case StringValue text -> BooleanValue.of(text.text().isEmpty());
      default -> throw arguments.expected(0, "Array, Object or String");
    };
  }
}
