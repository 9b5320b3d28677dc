package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.PureFunction;

/** A function with its name and number of arguments; it is given known arguments only. */
abstract class Strict implements PureFunction {

  private final String name;
  private final Arity arity;

  Strict(String name, Arity arity) {
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
