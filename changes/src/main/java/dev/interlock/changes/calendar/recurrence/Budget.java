package dev.interlock.changes.calendar.recurrence;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;

/**
 * What reading one calendar over one range may cost, so that a hostile rule (every second, for
 * years) ends in a diagnostic and not in a dead process.
 */
public final class Budget {

  /** Five years of one occurrence every half hour, per calendar, leave room. */
  private static final int OCCURRENCES = 200_000;

  private static final int STEPS = 10_000_000;

  private int occurrences;
  private int steps;

  /** One day, candidate or skipped occurrence was looked at. */
  void step() {
    if (++steps > STEPS) {
      throw tooDense("takes more than " + STEPS + " steps to expand");
    }
  }

  /** One occurrence falls into the range. */
  public void occurrence() {
    if (++occurrences > OCCURRENCES) {
      throw tooDense("has more than " + OCCURRENCES + " occurrences");
    }
  }

  private static Misread tooDense(String what) {
    return new Misread(
        CalendarProblem.TOO_DENSE,
        "the calendar " + what + " in the range that was asked for; write long events instead");
  }
}
