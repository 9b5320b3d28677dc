package dev.interlock.document.binding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants in the form in which nearly all are written, {@code 2026-12-24T18:00:00Z}, without
 * the platform's general parser: a decision reads hundreds of them, most of them in its first tenth
 * of a second.
 */
final class UsualInstant {

  private static final String FORM = "dddd-dd-ddTdd:dd:ddZ";

  private UsualInstant() {}

  /** The instant; null when the text has another form, or names no time of any day. */
  static @Nullable Instant read(String text) {
    if (!isInForm(text)) {
      return null;
    }
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    YearMonth inMonth = YearMonth.of(number(text, 0, 4), month);
    if (!inMonth.isValidDay(day)) {
      return null;
    }
    LocalDate date = inMonth.atDay(day);
    return Instant.ofEpochSecond(
        date.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
  }

  private static boolean isInForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = text.charAt(i);
      char wanted = FORM.charAt(i);
      if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
