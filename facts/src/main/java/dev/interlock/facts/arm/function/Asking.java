package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.facts.arm.scope.TemplateScope;

/** A function that asks the deployment, with its name and number of arguments. */
abstract class Asking implements ScopeFunction<TemplateScope> {

  private final String name;
  private final Arity arity;

  Asking(String name, Arity arity) {
    this.name = name;
    this.arity = arity;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Arity arity() {
    return arity;
  }
}
