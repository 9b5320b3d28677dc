package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.Value;

/** {@code json(text)}: the value of a JSON text. */
final class Json extends Strict {

  Json() {
    super("json", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return arguments.get(0).isSecret()
        ? Secrets.UNKNOWN
        : JsonSource.read(arguments, arguments.text(0));
  }
}
