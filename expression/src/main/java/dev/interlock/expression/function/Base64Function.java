package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Limits;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code base64(text)}: the text's UTF-8 bytes in base64. */
final class Base64Function extends Strict {

  Base64Function() {
    super("base64", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    String text = arguments.text(0);
    Limits.text(text.length() / 3L * 4);
    return Values.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }
}
