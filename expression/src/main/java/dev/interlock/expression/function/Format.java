package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/**
 * {@code format(text, value, …)}: the text with values in the places of {@code {0}}, {@code
 * {1,10}}, {@code {0:N2}} and the like, by the rules of .NET's composite formatting.
 */
final class Format extends Strict {

  Format() {
    super("format", Arity.atLeast(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Values.of(CompositeFormat.format(arguments));
  }
}
