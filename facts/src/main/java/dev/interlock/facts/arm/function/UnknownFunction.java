package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** A function that nobody here knows: what it gives is unknown. */
final class UnknownFunction extends Asking {

  UnknownFunction(String name) {
    super(name, Arity.of(0, Arity.ANY));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    scope.deployment().surroundings().told().warn("there is no function " + name() + "() here");
    return new UnknownValue("the function " + name() + "() is not known here");
  }
}
