package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/**
 * {@code providers(namespace, [type])}: what a resource provider supports, which it alone knows.
 */
final class ProvidersFunction extends Asking {

  ProvidersFunction() {
    super("providers", Arity.of(1, 2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    return new UnknownValue("providers() asks the resource provider at deployment");
  }
}
