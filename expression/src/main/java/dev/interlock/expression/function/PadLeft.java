package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Limits;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/**
 * {@code padLeft(value, length, character)}: a text or number with characters put before it, spaces
 * when none is given, until it is so long.
 */
final class PadLeft extends Strict {

  PadLeft() {
    super("padLeft", Arity.of(2, 3));
  }

  @Override
  public Value apply(Arguments arguments) {
    String text =
        switch (arguments.get(0)) {
          case StringValue it -> it.text();
          case IntegerValue number -> JsonText.number(number);
          default -> throw arguments.expected(0, "String or Integer");
        };
    long length = arguments.integer(1);
    String padding = arguments.has(2) ? arguments.text(2) : " ";
    if (padding.length() != 1) {
      throw arguments.fail("expected one character to pad with, not " + padding.length());
    }
    if (length < 0) {
      throw arguments.fail("the length must not be negative and is " + length);
    }
    Limits.text(length);
    return Values.of(padding.repeat(Math.max(0, (int) length - text.length())) + text);
  }
}
