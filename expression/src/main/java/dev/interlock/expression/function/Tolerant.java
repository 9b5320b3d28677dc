package dev.interlock.expression.function;

import dev.interlock.expression.Arity;

/** A function that may have an answer although arguments are unknown or hold what is. */
abstract class Tolerant extends Strict {

  Tolerant(String name, Arity arity) {
    super(name, arity);
  }

  @Override
  public final boolean takesUnknown() {
    return true;
  }
}
