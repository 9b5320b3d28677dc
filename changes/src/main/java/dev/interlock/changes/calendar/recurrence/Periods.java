package dev.interlock.changes.calendar.recurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;

/** Days, weeks, months or years, numbered so that INTERVAL is a step between numbers. */
final class Periods {

  private final Frequency frequency;

  /** Days from a Monday to the first day of the week; 1970-01-01 was a Thursday. */
  private final int weekShift;

  Periods(Rule rule) {
    frequency = rule.frequency();
    weekShift = rule.weekStart().getValue() - 1 - 3;
  }

  long number(LocalDate day) {
    return switch (frequency) {
      case YEARLY -> day.getYear();
      case MONTHLY -> day.getLong(ChronoField.PROLEPTIC_MONTH);
      case WEEKLY -> Math.floorDiv(day.toEpochDay() - weekShift, 7L);
      case DAILY, HOURLY, MINUTELY, SECONDLY -> day.toEpochDay();
    };
  }

  LocalDate firstDay(long number) {
    return switch (frequency) {
      case YEARLY -> LocalDate.of((int) number, 1, 1);
      case MONTHLY ->
          YearMonth.of((int) Math.floorDiv(number, 12L), (int) Math.floorMod(number, 12L) + 1)
              .atDay(1);
      case WEEKLY -> LocalDate.ofEpochDay(number * 7 + weekShift);
      case DAILY, HOURLY, MINUTELY, SECONDLY -> LocalDate.ofEpochDay(number);
    };
  }
}
