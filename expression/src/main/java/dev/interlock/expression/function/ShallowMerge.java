package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;

/**
 * {@code shallowMerge(objects)}: one object with the properties of all in an array; of values under
 * one name the last counts, whole.
 */
final class ShallowMerge extends Tolerant {

  ShallowMerge() {
    super("shallowMerge", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    Properties merged = new Properties();
    for (Value item : arguments.array(0).items()) {
      switch (item) {
        case UnknownValue unknown -> {
          return unknown;
        }
        case ObjectValue object -> merged.putAll(object);
        default -> throw arguments.fail("the array must hold objects only");
      }
    }
    return merged.object();
  }
}
