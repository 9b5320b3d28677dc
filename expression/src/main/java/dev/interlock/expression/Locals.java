package dev.interlock.expression;

import org.jspecify.annotations.Nullable;

/** The variables of the lambdas around an expression, innermost first, and the work left. */
final class Locals {

  /** How many calls one evaluation may make: enough for any real one, and soon over. */
  private static final int MOST_CALLS = 2_000_000;

  private final @Nullable Locals outer;
  private final String name;
  private final Value value;
  private final int[] calls;

  private Locals(@Nullable Locals outer, String name, Value value, int[] calls) {
    this.outer = outer;
    this.name = name;
    this.value = value;
    this.calls = calls;
  }

  /** No variables, and all work yet to do. */
  static Locals none() {
    return new Locals(null, "", NullValue.NULL, new int[1]);
  }

  /** These and one more. */
  Locals with(String variable, Value content) {
    return new Locals(this, variable, content, calls);
  }

  /** The value of a variable; null when there is none of that name. */
  @Nullable Value find(String variable) {
    for (Locals here = this; here.outer != null; here = here.outer) {
      if (here.name.equalsIgnoreCase(variable)) {
        return here.value;
      }
    }
    return null;
  }

  /** Counts a call. */
  void call() {
    if (++calls[0] > MOST_CALLS) {
      throw new ExpressionException("the expression makes more than " + MOST_CALLS + " calls");
    }
  }
}
