package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.Planned;
import dev.interlock.facts.arm.scope.TemplateScope;

/**
 * {@code reference(resource, [version], ["Full"])}: what a resource answers once it is deployed.
 */
final class Reference extends Asking {

  Reference() {
    super("reference", Arity.of(1, 3));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    String asked = arguments.text(0);
    boolean full =
        arguments.has(2)
            && arguments.get(2) instanceof StringValue word
            && word.text().equalsIgnoreCase("Full");
    Planned planned = scope.deployment().find(asked);
    return planned == null
        ? new UnknownValue("what " + asked + " answers is known only when it is asked")
        : planned.answer(full);
  }
}
