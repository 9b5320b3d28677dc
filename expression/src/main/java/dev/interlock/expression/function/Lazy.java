package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.LazyFunction;
import dev.interlock.expression.Value;

/** A function that evaluates its arguments itself, with its name and number of arguments. */
abstract class Lazy implements LazyFunction {

  private final String name;
  private final Arity arity;

  Lazy(String name, Arity arity) {
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

  /** A failure of this function, to be thrown. */
  ExpressionException fail(String reason) {
    return new ExpressionException(name + "(): " + reason);
  }

  /** A failure that tells what was expected of an argument, to be thrown. */
  ExpressionException expected(int index, String expected, Value found) {
    return fail(
        "the argument "
            + (index + 1)
            + " must be of type "
            + expected
            + " and is of type "
            + found.typeName());
  }
}
