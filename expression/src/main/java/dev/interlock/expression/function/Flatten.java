package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code flatten(arrays)}: the elements of the arrays in an array, one level deep, in order. */
final class Flatten extends Tolerant {

  Flatten() {
    super("flatten", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    List<Value> flat = new ArrayList<>();
    for (Value item : arguments.array(0).items()) {
      switch (item) {
        case ArrayValue array -> flat.addAll(array.items());
        case UnknownValue unknown -> {
          return unknown;
        }
        default ->
            throw arguments.fail("every element must be an array; one is " + item.typeName());
      }
    }
    return new ArrayValue(flat);
  }
}
