package dev.interlock.changes.calendar;

import dev.interlock.changes.calendar.recurrence.Rule;
import dev.interlock.changes.calendar.time.When;

/**
 * Whether what excludes, adds or ends occurrences fits the start of their event. A time names
 * another day in another time zone, so that beside whole days nobody can tell which day is meant;
 * and one without a zone beside a start with one may be of that zone or of the plant's.
 *
 * @param start of the event
 */
public record BesideStart(When start) {

  /** What EXDATE or RECURRENCE-ID says; {@link Misread} when it can be read in two ways. */
  public When exception(String name, When when) {
    return fitting(name, when);
  }

  /** What RDATE says; {@link Misread} when it can be read in two ways. */
  public When extra(String name, When when) {
    if (when.wholeDay() && !start.wholeDay()) {
      throw new Misread(
          CalendarProblem.BAD_EVENT,
          name + " is a day, but the event starts at a time; write the time as well");
    }
    return fitting(name, when);
  }

  /** The rule; {@link Misread} when its end can be read in two ways. */
  public Rule rule(Rule rule) {
    if (rule.until() != null && start.wholeDay() && !rule.until().wholeDay()) {
      throw new Misread(CalendarProblem.BAD_RULE, timeBesideDays("UNTIL"));
    }
    return rule;
  }

  private When fitting(String name, When when) {
    if (start.wholeDay() && !when.wholeDay()) {
      throw new Misread(CalendarProblem.BAD_EVENT, timeBesideDays(name));
    }
    if (start.zone() != null && when.zone() == null && !when.wholeDay()) {
      throw new Misread(
          CalendarProblem.BAD_EVENT,
          name + " has no time zone, but the event starts in one; write the zone here as well");
    }
    return when;
  }

  private static String timeBesideDays(String name) {
    return name
        + " is a time, but the event takes whole days: which day is meant depends on the time zone;"
        + " write the day alone";
  }
}
