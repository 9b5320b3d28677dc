package dev.interlock.changes.calendar.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The hours, minutes or seconds of a day, as seconds of the day, that a rule shorter than a day
 * goes through. Counted on the clock: an hour that clocks repeat is gone through once.
 */
final class UnitsOfDay {

  /** Seconds of a day. */
  static final int END = 86_400;

  private final Rule rule;
  private final int length;
  private final long firstUnit;
  private final int[] offsets;

  UnitsOfDay(Rule rule, LocalDateTime first) {
    this.rule = rule;
    this.length =
        switch (rule.frequency()) {
          case HOURLY -> 3600;
          case MINUTELY -> 60;
          case SECONDLY, DAILY, WEEKLY, MONTHLY, YEARLY -> 1;
        };
    this.firstUnit = number(first.toLocalDate(), first.toLocalTime().toSecondOfDay());
    this.offsets = offsets(first);
  }

  private int[] offsets(LocalDateTime first) {
    List<Integer> zero = List.of(0);
    List<Integer> minutes =
        length == 3600 ? TimesOfDay.orElse(rule.minutes(), first.getMinute()) : zero;
    List<Integer> seconds =
        length == 1 ? zero : TimesOfDay.orElse(rule.seconds(), first.getSecond());
    return minutes.stream()
        .flatMapToInt(minute -> seconds.stream().mapToInt(second -> minute * 60 + second))
        .toArray();
  }

  /** Seconds of one unit. */
  int length() {
    return length;
  }

  /** The first unit at or after a second of the day that BYHOUR, BYMINUTE and BYSECOND let pass. */
  int next(int from) {
    int at = from;
    while (at < END) {
      if (!passes(rule.hours(), at / 3600)) {
        at = (at / 3600 + 1) * 3600;
      } else if (length < 3600 && !passes(rule.minutes(), at / 60 % 60)) {
        at = (at / 60 + 1) * 60;
      } else if (length == 1 && !passes(rule.seconds(), at % 60)) {
        at++;
      } else {
        return at;
      }
    }
    return END;
  }

  /** True when INTERVAL reaches this unit from the first occurrence. */
  boolean aligned(LocalDate day, int unit) {
    return (number(day, unit) - firstUnit) % rule.interval() == 0;
  }

  /** The starts within a unit, as seconds from its beginning, sorted. */
  int[] seconds() {
    return offsets;
  }

  private long number(LocalDate day, int second) {
    return Math.floorDiv(day.toEpochDay() * END + second, (long) length);
  }

  private static boolean passes(List<Integer> part, int value) {
    return part.isEmpty() || part.contains(value);
  }
}
