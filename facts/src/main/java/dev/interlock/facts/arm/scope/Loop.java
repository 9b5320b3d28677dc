package dev.interlock.facts.arm.scope;

import org.jspecify.annotations.Nullable;

/**
 * An iteration of a copy loop.
 *
 * @param name of the loop
 * @param index from 0
 * @param ofProperty whether it repeats a property, so that its index is to be had by name alone
 * @param outer the loop around it; null when there is none
 */
public record Loop(String name, int index, boolean ofProperty, @Nullable Loop outer) {

  /**
   * The innermost loop that is not over a property; the innermost of all when there is no other.
   */
  public Loop unnamed() {
    for (Loop here = this; here != null; here = here.outer) {
      if (!here.ofProperty) {
        return here;
      }
    }
    return this;
  }

  /** The iteration of the loop of that name; null when there is none around. */
  public @Nullable Loop find(String wanted) {
    for (Loop here = this; here != null; here = here.outer) {
      if (here.name.equalsIgnoreCase(wanted)) {
        return here;
      }
    }
    return null;
  }
}
