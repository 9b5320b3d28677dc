package dev.interlock.changes.calendar.recurrence;

import java.time.LocalDate;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.List;

/**
 * The days that a rule picks: a day belongs when every part of the rule holds for it. Seen from a
 * day, what RFC 5545 section 3.3.10 calls expanding and limiting is the same condition; parts that
 * are missing are taken from the first occurrence.
 */
final class DayFilter {

  private final List<Integer> months;
  private final List<Integer> monthDays;
  private final List<Integer> yearDays;
  private final List<Integer> weekNumbers;
  private final List<WeekdayPart> weekdays;
  private final boolean ordinalsInYear;
  private final TemporalField weekNumber;

  DayFilter(Rule rule, LocalDate first) {
    boolean yearly = rule.frequency() == Frequency.YEARLY;
    boolean noDays = rule.monthDays().isEmpty() && rule.weekdays().isEmpty();
    boolean bare = noDays && rule.yearDays().isEmpty() && rule.weekNumbers().isEmpty();
    boolean sameMonth = yearly && bare && rule.months().isEmpty();
    boolean sameMonthDay = bare && (yearly || rule.frequency() == Frequency.MONTHLY);
    boolean sameWeekday =
        (rule.frequency() == Frequency.WEEKLY && rule.weekdays().isEmpty())
            || (!rule.weekNumbers().isEmpty() && noDays && rule.yearDays().isEmpty());
    months = sameMonth ? List.of(first.getMonthValue()) : rule.months();
    monthDays = sameMonthDay ? List.of(first.getDayOfMonth()) : rule.monthDays();
    yearDays = rule.yearDays();
    weekNumbers = rule.weekNumbers();
    weekdays = sameWeekday ? List.of(new WeekdayPart(0, first.getDayOfWeek())) : rule.weekdays();
    ordinalsInYear = yearly && rule.months().isEmpty();
    weekNumber = WeekFields.of(rule.weekStart(), 4).weekOfWeekBasedYear();
  }

  boolean picks(LocalDate day) {
    return (months.isEmpty() || months.contains(day.getMonthValue()))
        && (monthDays.isEmpty() || holds(monthDays, day.getDayOfMonth(), day.lengthOfMonth()))
        && (yearDays.isEmpty() || holds(yearDays, day.getDayOfYear(), day.lengthOfYear()))
        && (weekNumbers.isEmpty() || holdsWeek(day))
        && (weekdays.isEmpty() || holdsWeekday(day));
  }

  /** True when a position, or the same position counted from the end, is in the list. */
  private static boolean holds(List<Integer> list, int position, int length) {
    return list.contains(position) || list.contains(position - length - 1);
  }

  private boolean holdsWeek(LocalDate day) {
    int weeks = (int) day.range(weekNumber).getMaximum();
    return holds(weekNumbers, day.get(weekNumber), weeks);
  }

  private boolean holdsWeekday(LocalDate day) {
    for (WeekdayPart part : weekdays) {
      if (part.day() == day.getDayOfWeek() && (part.ordinal() == 0 || holdsOrdinal(part, day))) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsOrdinal(WeekdayPart part, LocalDate day) {
    int position = ordinalsInYear ? day.getDayOfYear() : day.getDayOfMonth();
    int length = ordinalsInYear ? day.lengthOfYear() : day.lengthOfMonth();
    return part.ordinal() > 0
        ? part.ordinal() == (position - 1) / 7 + 1
        : part.ordinal() == -((length - position) / 7 + 1);
  }
}
