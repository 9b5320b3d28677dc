package dev.interlock.estate.checks;

import dev.interlock.estate.Calendar;
import dev.interlock.estate.Calendar.Event;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events begin, end after that, and repeat in a way that RFC 5545 knows. */
final class EventsCanHappen implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Calendar> calendar : estate.entries(Calendar.class)) {
      for (int i = 0; i < calendar.spec().events().size(); i++) {
        new One(calendar, i, calendar.spec().events().get(i), report).check();
      }
    }
  }

  /** One event with its place. */
  private record One(Entry<Calendar> calendar, int index, Event event, Report report) {

    void check() {
      EventTime start = time(event.start(), "start");
      length(start);
      times(event.exdates(), "exdates", start);
      times(event.rdates(), "rdates", start);
      String rule = event.rrule();
      if (rule != null) {
        RepeatRule.problem(rule, start != null && start.wholeDay())
            .ifPresent(p -> add(EstateCode.BAD_RRULE, "rrule: " + p, "rrule"));
      }
    }

    private void length(@Nullable EventTime start) {
      String end = event.end();
      String duration = event.duration();
      boolean wholeDay = start != null && start.wholeDay();
      if (end != null && duration != null) {
        add(EstateCode.EVENT_LENGTH, "expected an end or a duration, found both", "end");
      } else if (end == null && duration == null && start != null && !wholeDay) {
        add(EstateCode.EVENT_LENGTH, "expected an end or a duration", "start");
      } else if (end != null) {
        endsAfter(start, time(end, "end"));
      } else if (duration != null && !isLength(duration)) {
        String message = "duration: expected a length above zero such as PT4H or P1D, found \"";
        add(EstateCode.EVENT_TIME, message + duration + "\"", "duration");
      }
    }

    private void endsAfter(@Nullable EventTime start, @Nullable EventTime end) {
      if (start == null || end == null) {
        return;
      }
      if (start.wholeDay() != end.wholeDay()) {
        add(EstateCode.EVENT_TIME, "end: expected a date or a time as the start is one", "end");
      } else if (!end.at().isAfter(start.at())) {
        String hint = end.wholeDay() ? "; the end is the first day after it" : "";
        add(
            EstateCode.EVENT_ORDER,
            "end: expected a time after the start " + event.start() + hint,
            "end");
      }
    }

    private void times(List<String> times, String key, @Nullable EventTime start) {
      for (int i = 0; i < times.size(); i++) {
        EventTime time = time(times.get(i), key, i);
        if (time != null && start != null && time.wholeDay() != start.wholeDay()) {
          String message = key + ": expected a date or a time as the start is one";
          add(EstateCode.EVENT_TIME, message, key, i);
        }
      }
    }

    private @Nullable EventTime time(String text, Object... path) {
      EventTime time = EventTime.parse(text);
      if (time == null) {
        add(
            EstateCode.EVENT_TIME,
            path[0]
                + ": expected a local time such as 2026-12-24T18:00, or a date, found \""
                + text
                + "\"",
            path);
      }
      return time;
    }

    private static boolean isLength(String text) {
      try {
        if (text.indexOf('T') < 0) {
          Period period = Period.parse(text);
          return period.getMonths() == 0 && period.getYears() == 0 && period.getDays() > 0;
        }
        return Duration.parse(text).isPositive();
      } catch (DateTimeException _) {
        return false;
      }
    }

    private void add(EstateCode code, String message, Object... path) {
      Object[] full = new Object[path.length + 2];
      full[0] = "events";
      full[1] = index;
      System.arraycopy(path, 0, full, 2, path.length);
      report.add(code, calendar.at(full), message);
    }
  }
}
