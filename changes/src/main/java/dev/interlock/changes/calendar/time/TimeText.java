package dev.interlock.changes.calendar.time;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads dates, times and offsets in the basic form of RFC 5545 section 3.3. */
public final class TimeText {

  private TimeText() {}

  /** {@code 20261224} or {@code 20261224T180000}, the latter with {@code Z} for UTC. */
  public static When when(String text, @Nullable Zone zone) {
    String value = text.strip();
    if (value.length() == 8) {
      return When.day(date(value));
    }
    boolean utc = value.endsWith("Z");
    if (value.length() != (utc ? 16 : 15) || value.charAt(8) != 'T') {
      throw bad(text, "a date like 20261224 or a time like 20261224T180000");
    }
    return new When(dateTime(value), false, utc ? Zone.UTC : zone);
  }

  /** {@code +0100} or {@code -013000}. */
  public static ZoneOffset offset(String text) {
    String value = text.strip();
    int sign = value.startsWith("-") ? -1 : value.startsWith("+") ? 1 : 0;
    if (sign == 0 || (value.length() != 5 && value.length() != 7)) {
      throw bad(text, "an offset like +0100");
    }
    int seconds = value.length() == 7 ? number(value, 5, 7) : 0;
    int total = number(value, 1, 3) * 3600 + number(value, 3, 5) * 60 + seconds;
    try {
      return ZoneOffset.ofTotalSeconds(sign * total);
    } catch (DateTimeException e) {
      throw bad(text, "an offset like +0100");
    }
  }

  private static LocalDate date(String value) {
    try {
      return LocalDate.of(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8));
    } catch (DateTimeException e) {
      throw bad(value, "a day of the calendar");
    }
  }

  private static LocalDateTime dateTime(String value) {
    // RFC 5545 section 3.3.12: a leap second is the last ordinary one where there are none.
    int second = Math.min(number(value, 13, 15), 59);
    try {
      return date(value.substring(0, 8))
          .atTime(number(value, 9, 11), number(value, 11, 13), second);
    } catch (DateTimeException e) {
      throw bad(value, "a time of the day");
    }
  }

  private static int number(String value, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        throw bad(value, "digits");
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private static Misread bad(String value, String expected) {
    return new Misread(CalendarProblem.BAD_TIME, "\"" + value + "\" is not " + expected);
  }
}
