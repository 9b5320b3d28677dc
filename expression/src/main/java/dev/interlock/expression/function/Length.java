package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;

/**
 * {@code length(value)}: the number of elements of an array, of characters of a text, of properties
 * of an object.
 */
final class Length extends Tolerant {

  Length() {
    super("length", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case UnknownValue unknown -> unknown;
      case ArrayValue array -> new IntegerValue(array.items().size());
      case ObjectValue object -> new IntegerValue(object.size());
      case StringValue text -> new IntegerValue(text.text().length());
      default -> throw arguments.expected(0, "Array, Object or String");
    };
  }
}
