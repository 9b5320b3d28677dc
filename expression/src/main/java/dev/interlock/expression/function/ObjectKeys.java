package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code objectKeys(object)}: the names of its properties, in alphabetical order. */
final class ObjectKeys extends Tolerant {

  ObjectKeys() {
    super("objectKeys", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    return new ArrayValue(
        arguments.object(0).names().stream().sorted(Order.TEXTS).map(Values::of).toList());
  }
}
