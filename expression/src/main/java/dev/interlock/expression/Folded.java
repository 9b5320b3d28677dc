package dev.interlock.expression;

import org.jspecify.annotations.Nullable;

/** Runs a program that asks its scope nothing, and so needs none. */
record Folded<S>(Program<S> program) {

  @SuppressWarnings("NullAway") // nothing in it calls a function that would look at the scope
  Value value() {
    @Nullable S nothing = null;
    return program.run(nothing, Locals.none(Work.ofFolding()));
  }
}
