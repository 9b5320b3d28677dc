package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code trim(text)}: the text without white space at its beginning and end. */
final class Trim extends Strict {

  Trim() {
    super("trim", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    String text = arguments.text(0);
    int from = 0;
    int to = text.length();
    while (from < to && Letters.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && Letters.isSpace(text.charAt(to - 1))) {
      to--;
    }
    return Values.of(text.substring(from, to));
  }
}
