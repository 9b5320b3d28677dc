package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;

/** {@code array(value)}: the value itself when it is an array, otherwise an array of it alone. */
final class ArrayFunction extends Tolerant {

  ArrayFunction() {
    super("array", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case ArrayValue array -> array;
      case UnknownValue unknown -> unknown;
      case Value other -> ArrayValue.of(other);
    };
  }
}
