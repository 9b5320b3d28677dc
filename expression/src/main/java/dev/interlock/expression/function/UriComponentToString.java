package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code uriComponentToString(text)}: the text that was escaped; what is no escape stays. */
final class UriComponentToString extends Strict {

  UriComponentToString() {
    super("uriComponentToString", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Values.of(Percent.decode(arguments.text(0)));
  }
}
