package dev.interlock.guardrails.cel;

import dev.interlock.guardrails.view.Location;
import org.jspecify.annotations.Nullable;

/** What evaluating an expression came to. */
public sealed interface Answer {

  /**
   * It has a value.
   *
   * @param value as CEL gives it: Boolean, String, Long, Double, List, Map …
   */
  record Value(Object value) implements Answer {}

  /**
   * It has none: a fact is missing, has another type than the expression expects, or the evaluation
   * was stopped.
   *
   * @param reason in plain words, without the values of properties
   * @param path the way to the missing fact, or null when something else was wrong
   * @param nearest the innermost existing value on that way, or null outside of resources
   */
  record Unknown(String reason, @Nullable String path, @Nullable Location nearest)
      implements Answer {}
}
