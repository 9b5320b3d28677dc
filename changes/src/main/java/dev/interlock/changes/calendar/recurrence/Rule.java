package dev.interlock.changes.calendar.recurrence;

import dev.interlock.changes.calendar.time.When;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule (RFC 5545 section 3.3.10), checked. Empty lists are parts that were not given.
 *
 * @param frequency FREQ
 * @param interval INTERVAL, at least 1
 * @param count COUNT; 0 when not given
 * @param until UNTIL; null when not given
 * @param months BYMONTH, 1 to 12
 * @param weekNumbers BYWEEKNO, 1 to 53 or negative
 * @param yearDays BYYEARDAY, 1 to 366 or negative
 * @param monthDays BYMONTHDAY, 1 to 31 or negative
 * @param weekdays BYDAY
 * @param hours BYHOUR, 0 to 23
 * @param minutes BYMINUTE, 0 to 59
 * @param seconds BYSECOND, 0 to 59
 * @param positions BYSETPOS, 1 to 366 or negative
 * @param weekStart WKST, Monday when not given
 */
public record Rule(
    Frequency frequency,
    long interval,
    long count,
    @Nullable When until,
    List<Integer> months,
    List<Integer> weekNumbers,
    List<Integer> yearDays,
    List<Integer> monthDays,
    List<WeekdayPart> weekdays,
    List<Integer> hours,
    List<Integer> minutes,
    List<Integer> seconds,
    List<Integer> positions,
    DayOfWeek weekStart) {

  /** The rule for an event of whole days: RFC 5545 tells readers to ignore the parts of a time. */
  public Rule withoutTimes() {
    return new Rule(
        frequency,
        interval,
        count,
        until,
        months,
        weekNumbers,
        yearDays,
        monthDays,
        weekdays,
        List.of(),
        List.of(),
        List.of(),
        positions,
        weekStart);
  }
}
