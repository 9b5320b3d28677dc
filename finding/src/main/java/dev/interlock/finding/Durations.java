package dev.interlock.finding;

import java.time.Duration;

/** Lengths of time for people. */
public final class Durations {

  private static final int HOURS = 24;

  private Durations() {}

  /** {@code 2 h 20 min}, {@code 45 s}, {@code 30 days}; parts of a second are left out. */
  public static String words(Duration length) {
    if (length.toDays() >= 2 && length.toHours() % HOURS == 0 && length.toMinutesPart() == 0) {
      return length.toDays() + " days";
    }
    StringBuilder text = new StringBuilder();
    append(text, length.toHours(), "h");
    append(text, length.toMinutesPart(), "min");
    append(text, length.toSecondsPart(), "s");
    return text.isEmpty() ? "0 min" : text.toString();
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count != 0) {
      text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
    }
  }
}
