package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/**
 * {@code substring(text, start, length)}: so many characters from a place on, or all from there.
 */
final class Substring extends Strict {

  Substring() {
    super("substring", Arity.of(1, 3));
  }

  @Override
  public Value apply(Arguments arguments) {
    String text = arguments.text(0);
    long start = arguments.has(1) ? arguments.integer(1) : 0;
    if (start < 0 || start > text.length()) {
      throw outside(arguments, start, text.length() - start, text);
    }
    long length = arguments.has(2) ? arguments.integer(2) : text.length() - start;
    if (length < 0 || length > text.length() - start) {
      throw outside(arguments, start, length, text);
    }
    return Values.of(text.substring((int) start, (int) (start + length)));
  }

  private static ExpressionException outside(
      Arguments arguments, long start, long length, String text) {
    return arguments.fail(
        "the start "
            + start
            + " and the length "
            + length
            + " must refer to a place within the text, which has "
            + text.length()
            + " characters");
  }
}
