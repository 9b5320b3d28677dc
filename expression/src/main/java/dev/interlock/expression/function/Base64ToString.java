package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.nio.charset.StandardCharsets;

/** {@code base64ToString(base64)}: the text whose UTF-8 bytes these are. */
final class Base64ToString extends Strict {

  Base64ToString() {
    super("base64ToString", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Values.of(Base64Text.decode(arguments, arguments.text(0), StandardCharsets.UTF_8));
  }
}
