package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.Planned;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.List;

/**
 * {@code references(loop, ["Full"])}: what all resources of a loop answer, by its symbolic name.
 */
final class References extends Asking {

  References() {
    super("references", Arity.of(1, 2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    boolean full = arguments.has(1) && arguments.text(1).equalsIgnoreCase("Full");
    List<Planned> all = scope.deployment().all(arguments.text(0));
    for (Planned planned : all) {
      String maybe = planned.maybe();
      if (maybe != null) {
        return new UnknownValue("whether " + planned.id() + " is deployed is not known: " + maybe);
      }
    }
    return new ArrayValue(all.stream().map(planned -> planned.answer(full)).toList());
  }
}
