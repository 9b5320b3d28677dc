package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code uriComponent(text)}: the text escaped for use as a part of a URI. */
final class UriComponent extends Strict {

  UriComponent() {
    super("uriComponent", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Values.of(Percent.encode(arguments.text(0)));
  }
}
