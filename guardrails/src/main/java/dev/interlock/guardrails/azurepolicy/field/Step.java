package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.PropertyName;

/** One step of a path into a resource. */
sealed interface Step {

  /** To a property, in any letter case. */
  record Property(PropertyName name) implements Step {}

  /** To one element of an array, from 0. */
  record Element(int index) implements Step {}

  /** To every element of an array: {@code [*]}. */
  enum Every implements Step {
    /** The only one. */
    EVERY
  }
}
