package dev.interlock.changes;

import java.time.Instant;

/**
 * The instant that is judged for.
 *
 * @param at that instant
 * @param present true when it is the present one, by the clock: then nothing can have been made
 *     later, and what says so comes from a clock that is wrong. Otherwise somebody named the
 *     instant, and what was made later was not known then
 */
public record AsOf(Instant at, boolean present) {

  /** The present instant. */
  public static AsOf present(Instant at) {
    return new AsOf(at, true);
  }

  /** An instant that somebody named. */
  public static AsOf named(Instant at) {
    return new AsOf(at, false);
  }
}
