package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Limits;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/**
 * {@code join(array, delimiter)}: the elements of an array as one text, with the delimiter between
 * them.
 */
final class Join extends Strict {

  Join() {
    super("join", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    String delimiter = arguments.text(1);
    StringBuilder out = new StringBuilder();
    boolean first = true;
    for (Value item : arguments.array(0).items()) {
      String text = item instanceof StringValue it ? it.text() : Scalars.json(item);
      Limits.text((long) out.length() + delimiter.length() + text.length());
      out.append(first ? "" : delimiter).append(text);
      first = false;
    }
    return Values.of(out.toString());
  }
}
