package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code newGuid()}: another value at each deployment. */
final class NewGuid extends Asking {

  NewGuid() {
    super("newGuid", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    return new UnknownValue("newGuid() gives another value at each deployment");
  }
}
