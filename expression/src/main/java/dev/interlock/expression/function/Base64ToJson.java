package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.Value;
import java.nio.charset.StandardCharsets;

/** {@code base64ToJson(base64)}: the value of the JSON text whose UTF-8 bytes these are. */
final class Base64ToJson extends Strict {

  Base64ToJson() {
    super("base64ToJson", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    String json = Base64Text.decode(arguments, arguments.text(0), StandardCharsets.UTF_8);
    return arguments.get(0).isSecret() ? Secrets.UNKNOWN : JsonSource.read(arguments, json);
  }
}
