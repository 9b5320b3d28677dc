package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/** {@code endsWith(text, part)}: whether the text ends with the part, in any letter case. */
final class EndsWith extends Strict {

  EndsWith() {
    super("endsWith", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    return BooleanValue.of(new FoldedText(arguments.text(0)).ends(arguments.text(1)));
  }
}
