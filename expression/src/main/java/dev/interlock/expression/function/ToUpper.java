package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code toUpper(text)}: the text in capital letters. */
final class ToUpper extends Strict {

  ToUpper() {
    super("toUpper", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Values.of(Letters.mapped(arguments.text(0), Character::toUpperCase));
  }
}
