package dev.interlock.document.binding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads one ISO 8601 duration. Written out because {@link Duration#parse} knows no weeks, accepts
 * signs and lower case, and brings a regular expression into every cold start.
 */
final class IsoDuration {

  private static final String DATE_UNITS = "WD";
  private static final String TIME_UNITS = "HMS";

  private final String text;
  private int at = 1;
  private Duration sum = Duration.ZERO;

  IsoDuration(String text) {
    this.text = text;
  }

  /** The duration, or null when the text is none. */
  @Nullable Duration parse() {
    if (text.length() < 3 || text.charAt(0) != 'P') {
      return null;
    }
    boolean readable = part(DATE_UNITS);
    if (readable && at < text.length() && text.charAt(at) == 'T') {
      at++;
      readable = at < text.length() && part(TIME_UNITS);
    }
    return readable && at == text.length() ? sum : null;
  }

  /** Reads numbers with the given units, each at most once and in order; false when malformed. */
  private boolean part(String units) {
    int next = 0;
    while (at < text.length() && text.charAt(at) != 'T') {
      int from = at;
      at = digitsFrom(at);
      int wholeEnd = at;
      if (at < text.length() && text.charAt(at) == '.') {
        at = digitsFrom(at + 1);
      }
      int unit = at < text.length() ? units.indexOf(text.charAt(at), next) : -1;
      if (unit < 0 || wholeEnd == from || wholeEnd - from > 9) {
        return false;
      }
      if (at > wholeEnd && !fraction(wholeEnd + 1, at)) {
        return false;
      }
      add(Long.parseLong(text, from, wholeEnd, 10), text.charAt(at));
      next = unit + 1;
      at++;
    }
    return true;
  }

  private int digitsFrom(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Only seconds may have a fraction, of up to nine digits. */
  private boolean fraction(int from, int to) {
    int length = to - from;
    if (length < 1 || length > 9 || text.charAt(to) != 'S') {
      return false;
    }
    long nanos = Long.parseLong(text, from, to, 10);
    for (int i = length; i < 9; i++) {
      nanos *= 10;
    }
    sum = sum.plusNanos(nanos);
    return true;
  }

  private void add(long number, char unit) {
    sum =
        switch (unit) {
          case 'W' -> sum.plusDays(7 * number);
          case 'D' -> sum.plusDays(number);
          case 'H' -> sum.plusHours(number);
          case 'M' -> sum.plusMinutes(number);
          default -> sum.plusSeconds(number);
        };
  }
}
