package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code externalInput(kind, [options])}: what the tool that deploys puts in. */
final class ExternalInput extends Asking {

  ExternalInput() {
    super("externalInput", Arity.of(1, 2));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    return new UnknownValue("externalInput() is filled in by the tool that deploys");
  }
}
