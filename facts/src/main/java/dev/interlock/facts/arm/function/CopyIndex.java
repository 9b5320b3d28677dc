package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.Loop;
import dev.interlock.facts.arm.scope.TemplateScope;
import org.jspecify.annotations.Nullable;

/** {@code copyIndex([loop], [offset])}: the number of the iteration, from 0 or from an offset. */
final class CopyIndex extends Asking {

  CopyIndex() {
    super("copyIndex", Arity.of(0, 2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    boolean named = arguments.has(0) && arguments.get(0) instanceof StringValue;
    int offsetAt = named ? 1 : 0;
    Loop innermost = scope.loop();
    Loop loop = innermost == null ? null : loop(innermost, named, arguments);
    if (loop == null) {
      throw arguments.fail(
          named ? "there is no loop '" + arguments.text(0) + "' here" : "there is no loop here");
    }
    if (!arguments.has(offsetAt)) {
      return new IntegerValue(loop.index());
    }
    return arguments.get(offsetAt) instanceof UnknownValue unknown
        ? unknown
        : new IntegerValue(loop.index() + arguments.integer(offsetAt));
  }

  private static @Nullable Loop loop(Loop innermost, boolean named, Arguments arguments) {
    return named ? innermost.find(arguments.text(0)) : innermost.unnamed();
  }
}
