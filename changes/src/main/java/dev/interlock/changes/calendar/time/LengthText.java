package dev.interlock.changes.calendar.time;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;

/** Reads a DURATION (RFC 5545 section 3.3.6): {@code P1W}, {@code P1DT12H}, {@code PT90M}. */
public final class LengthText {

  /** Longer than any event: keeps arithmetic far from overflow. */
  private static final long MAX_DAYS = 366_000;

  private static final String UNITS = "WDHMS";
  private static final long[] SECONDS = {7 * 86_400, 86_400, 3_600, 60, 1};

  private final String text;
  private long days;
  private long seconds;

  private LengthText(String text) {
    this.text = text;
  }

  /** The length; negative ones make no event and are refused. */
  public static Length.Span read(String text) {
    return new LengthText(text.strip()).span();
  }

  private Length.Span span() {
    int at = text.startsWith("+") ? 1 : 0;
    if (at >= text.length() || text.charAt(at) != 'P' || text.length() == at + 1) {
      throw bad();
    }
    boolean time = false;
    int lastUnit = -1;
    for (at++; at < text.length(); ) {
      if (text.charAt(at) == 'T' && !time) {
        time = true;
        at++;
      }
      int digitsEnd = digitsEnd(at);
      int unit = digitsEnd < text.length() ? UNITS.indexOf(text.charAt(digitsEnd)) : -1;
      if (digitsEnd == at || digitsEnd - at > 9 || unit <= lastUnit || (unit >= 2) != time) {
        throw bad();
      }
      add(unit, Long.parseLong(text, at, digitsEnd, 10));
      lastUnit = unit;
      at = digitsEnd + 1;
    }
    return checked();
  }

  private void add(int unit, long amount) {
    if (unit < 2) {
      days += amount * SECONDS[unit] / 86_400;
    } else {
      seconds += amount * SECONDS[unit];
    }
  }

  private Length.Span checked() {
    if (days > MAX_DAYS || seconds > MAX_DAYS * 86_400) {
      throw bad();
    }
    return new Length.Span(days, seconds);
  }

  private int digitsEnd(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private Misread bad() {
    return new Misread(
        CalendarProblem.BAD_TIME,
        "\"" + text + "\" is not a length like PT4H, P1D or P1W (RFC 5545 section 3.3.6)");
  }
}
