package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code list*(…)}: what a resource answers to a list operation, mostly its keys. */
final class ListFunction extends Asking {

  ListFunction(String name) {
    super(name, Arity.of(1, 3));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    return new UnknownValue(name() + "() asks the resource once it is deployed");
  }
}
