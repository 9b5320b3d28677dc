package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Limits;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code dataUri(text)}: the text as a data URI, in base64. */
final class DataUri extends Strict {

  DataUri() {
    super("dataUri", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    String text = arguments.text(0);
    Limits.text(text.length() / 3L * 4);
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return Values.of("data:text/plain;charset=utf8;base64," + base64);
  }
}
