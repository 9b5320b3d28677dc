package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code environment()}: the addresses of the public cloud. */
final class EnvironmentFunction extends Asking {

  EnvironmentFunction() {
    super("environment", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    return PublicCloud.DESCRIBED;
  }
}
