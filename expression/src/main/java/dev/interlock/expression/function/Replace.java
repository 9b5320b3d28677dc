package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Limits;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/**
 * {@code replace(text, old, new)}: the text with each occurrence of one part, in the same letter
 * case, replaced by another.
 */
final class Replace extends Strict {

  Replace() {
    super("replace", Arity.of(3));
  }

  @Override
  public Value apply(Arguments arguments) {
    String text = arguments.text(0);
    String old = arguments.text(1);
    String replacement = arguments.text(2);
    if (old.isEmpty()) {
      throw arguments.fail("the text to replace must not be empty");
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    int at = Search.first(text, old, from);
    while (at >= 0) {
      Limits.text((long) out.length() + (at - from) + replacement.length());
      out.append(text, from, at).append(replacement);
      from = at + old.length();
      at = Search.first(text, old, from);
    }
    return Values.of(out.append(text, from, text.length()).toString());
  }
}
