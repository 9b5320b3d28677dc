package dev.interlock.expression;

import org.jspecify.annotations.Nullable;

/** The variables of the lambdas around an expression, innermost first, and the work left. */
final class Locals {

  /** How much work one evaluation may make: enough for any real one, and soon over. */
  private static final int MOST_WORK = 2_000_000;

  /** So many characters of JSON that a function is given are as much work as its call. */
  private static final int CHARACTERS = 512;

  private final @Nullable Locals outer;
  private final String name;
  private final Value value;
  private final long[] work;

  private Locals(@Nullable Locals outer, String name, Value value, long[] work) {
    this.outer = outer;
    this.name = name;
    this.value = value;
    this.work = work;
  }

  /** No variables, and all work yet to do. */
  static Locals none() {
    return new Locals(null, "", NullValue.NULL, new long[1]);
  }

  /** These and one more. */
  Locals with(String variable, Value content) {
    return new Locals(this, variable, content, work);
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
    work(1);
  }

  /** Counts what a function is given or gives. */
  void passed(Value value) {
    work(value.weight() / CHARACTERS);
  }

  private void work(long more) {
    work[0] += more;
    if (work[0] > MOST_WORK) {
      throw new ExpressionException("the expression takes too much work: it makes too many calls");
    }
  }
}
