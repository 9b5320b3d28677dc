package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.Value;
import org.jspecify.annotations.Nullable;

/** {@code max(a, …)}: the largest of the numbers, or of the numbers in one array. */
final class Max extends Strict {

  Max() {
    super("max", Arity.atLeast(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    @Nullable NumberValue best = null;
    for (NumberValue number : Numbers.of(arguments)) {
      if (best == null || NumberValue.compare(number, best) > 0) {
        best = number;
      }
    }
    if (best == null) {
      throw arguments.fail("the array has no numbers");
    }
    return best;
  }
}
