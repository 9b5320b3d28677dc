package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;

/**
 * {@code indexOf(value, item)}: the first place of an element in an array (texts in the same letter
 * case), or of a part in a text (in any letter case), from 0; -1 when there is none.
 */
final class IndexOf extends Strict {

  IndexOf() {
    super("indexOf", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case ArrayValue array -> new IntegerValue(array.items().indexOf(arguments.get(1)));
      case StringValue text ->
          new IntegerValue(new FoldedText(text.text()).first(arguments.text(1)));
      default -> throw arguments.expected(0, "Array or String");
    };
  }
}
