package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code variables(name)}: the value of a variable. */
final class VariablesFunction extends Asking {

  VariablesFunction() {
    super("variables", Arity.of(1));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    if (scope.arguments() != null) {
      throw arguments.fail("a function of a template can ask for its own parameters only");
    }
    return scope.deployment().variable(arguments.text(0));
  }
}
