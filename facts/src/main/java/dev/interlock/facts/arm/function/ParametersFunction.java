package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code parameters(name)}: the value of a parameter of the deployment or the function. */
final class ParametersFunction extends Asking {

  ParametersFunction() {
    super("parameters", Arity.of(1));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    return scope.parameter(arguments.text(0));
  }
}
