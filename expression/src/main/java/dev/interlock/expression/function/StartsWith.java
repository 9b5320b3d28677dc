package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/** {@code startsWith(text, part)}: whether the text begins with the part, in any letter case. */
final class StartsWith extends Strict {

  StartsWith() {
    super("startsWith", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return BooleanValue.of(new FoldedText(arguments.text(0)).begins(arguments.text(1)));
  }
}
