package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code deployment()}: the deployment itself. */
final class DeploymentFunction extends Asking {

  DeploymentFunction() {
    super("deployment", Arity.of(0));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    return scope.deployment().described();
  }
}
