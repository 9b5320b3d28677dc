package dev.interlock.expression;

import org.jspecify.annotations.Nullable;

/** The variables of the lambdas around an expression, innermost first, and the work left. */
final class Locals {

  private final @Nullable Locals outer;
  private final String name;
  private final Value value;
  private final Work work;

  private Locals(@Nullable Locals outer, String name, Value value, Work work) {
    this.outer = outer;
    this.name = name;
    this.value = value;
    this.work = work;
  }

  /** No variables. */
  static Locals none(Work work) {
    return new Locals(null, "", NullValue.NULL, work);
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
    work.spend(1);
  }

  /** Counts what a function is given or gives. */
  void passed(Value value) {
    work.passed(value);
  }
}
