package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code toLower(text)}: the text in small letters. */
final class ToLower extends Strict {

  ToLower() {
    super("toLower", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Values.of(Letters.mapped(arguments.text(0), Character::toLowerCase));
  }
}
