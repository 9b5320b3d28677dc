package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.source.Series;
import dev.interlock.changes.calendar.time.When;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT, before those that belong together are put together.
 *
 * @param uid what occurrences and their exceptions share; unique per event when the file gives none
 * @param sequence SEQUENCE: of two versions the higher holds
 * @param original RECURRENCE-ID; null for the series itself
 * @param andFuture RANGE=THISANDFUTURE
 * @param cancelled whether it does not take place
 * @param series its times
 * @param line where it begins
 */
record IcsEvent(
    String uid,
    long sequence,
    @Nullable When original,
    boolean andFuture,
    boolean cancelled,
    Series series,
    int line) {

  /** True when both say the same, so that it does not matter which of them holds. */
  boolean saysTheSameAs(IcsEvent other) {
    return andFuture == other.andFuture
        && cancelled == other.cancelled
        && series.equals(other.series);
  }

  /** What an exception is an exception of. */
  When exceptionOf() {
    if (original == null) {
      throw new IllegalStateException("the series itself is no exception");
    }
    return original;
  }

  Series.Deviation deviation() {
    Series.Replacement instead =
        cancelled
            ? null
            : new Series.Replacement(series.summary(), series.start(), series.length());
    return new Series.Deviation(exceptionOf(), andFuture, instead);
  }
}
