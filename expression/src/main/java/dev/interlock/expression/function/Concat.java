package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.Limits;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code concat(a, …)}: texts joined to one text, or arrays to one array. */
final class Concat extends Tolerant {

  Concat() {
    super("concat", Arity.atLeast(0));
  }

  @Override
  public Value apply(Arguments arguments) {
    for (Value argument : arguments.all()) {
      if (argument instanceof UnknownValue) {
        return argument;
      }
    }
    boolean arrays = arguments.has(0) && arguments.get(0) instanceof ArrayValue;
    return arrays ? arrays(arguments) : texts(arguments);
  }

  private static Value arrays(Arguments arguments) {
    Gathered items = new Gathered();
    for (int i = 0; i < arguments.size(); i++) {
      arguments.array(i).items().forEach(items::add);
    }
    return items.array();
  }

  private static Value texts(Arguments arguments) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      String text = Scalars.text(arguments, i);
      Limits.text((long) out.length() + text.length());
      out.append(text);
    }
    return Values.of(out.toString());
  }
}
