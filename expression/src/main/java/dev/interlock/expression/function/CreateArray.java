package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.Value;

/** {@code createArray(a, …)}: an array of the arguments. */
final class CreateArray extends Tolerant {

  CreateArray() {
    super("createArray", Arity.atLeast(0));
  }

  @Override
  public Value apply(Arguments arguments) {
    return new ArrayValue(arguments.all());
  }
}
