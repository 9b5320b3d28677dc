package dev.interlock.changes.calendar.recurrence;

import java.time.LocalTime;
import java.util.List;

/** The times of a day at which a rule of days or longer starts, in seconds of the day, sorted. */
final class TimesOfDay {

  private final int[] seconds;

  TimesOfDay(Rule rule, LocalTime first) {
    List<Integer> hours = orElse(rule.hours(), first.getHour());
    List<Integer> minutes = orElse(rule.minutes(), first.getMinute());
    List<Integer> inMinute = orElse(rule.seconds(), first.getSecond());
    seconds = new int[hours.size() * minutes.size() * inMinute.size()];
    int at = 0;
    for (int hour : hours) {
      for (int minute : minutes) {
        for (int second : inMinute) {
          seconds[at++] = hour * 3600 + minute * 60 + second;
        }
      }
    }
  }

  int[] seconds() {
    return seconds;
  }

  static List<Integer> orElse(List<Integer> part, int first) {
    return part.isEmpty() ? List.of(first) : part;
  }
}
