package dev.interlock.changes.calendar.source;

import dev.interlock.changes.calendar.recurrence.Rule;
import dev.interlock.changes.calendar.time.Length;
import dev.interlock.changes.calendar.time.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event with everything that repeats it or makes an exception of it (RFC 5545 section 3.8.5).
 *
 * @param summary what happens
 * @param start the first start
 * @param length how long it takes
 * @param rules RRULE
 * @param extras RDATE
 * @param exceptions EXDATE
 * @param overrides single occurrences, or all from one on, that differ
 */
public record Series(
    String summary,
    When start,
    Length length,
    List<Rule> rules,
    List<Extra> extras,
    List<When> exceptions,
    List<Deviation> overrides) {

  public Series {
    rules = List.copyOf(rules);
    extras = List.copyOf(extras);
    exceptions = List.copyOf(exceptions);
    overrides = List.copyOf(overrides);
  }

  /** The same series with exceptions of the RECURRENCE-ID kind. */
  public Series with(List<Deviation> all) {
    return new Series(summary, start, length, rules, extras, exceptions, all);
  }

  /**
   * A further start.
   *
   * @param start when
   * @param length its own length, if it was given as a period; null for that of the series
   */
  public record Extra(When start, @Nullable Length length) {}

  /**
   * An occurrence that differs (RECURRENCE-ID).
   *
   * @param original when it would have started
   * @param andFuture whether all later ones differ in the same way (RANGE=THISANDFUTURE)
   * @param replacement what happens instead; null when it is cancelled
   */
  public record Deviation(When original, boolean andFuture, @Nullable Replacement replacement) {}

  /**
   * What happens instead of an occurrence.
   *
   * @param summary what happens
   * @param start when it starts
   * @param length how long it takes
   */
  public record Replacement(String summary, When start, Length length) {}
}
