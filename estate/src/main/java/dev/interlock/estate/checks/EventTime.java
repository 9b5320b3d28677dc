package dev.interlock.estate.checks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A start or an end of an event.
 *
 * @param at local; midnight of a whole day
 * @param wholeDay written as a date
 */
record EventTime(LocalDateTime at, boolean wholeDay) {

  /** A local time or a date; null when the text is neither. */
  static @Nullable EventTime parse(String text) {
    try {
      return text.indexOf('T') < 0
          ? new EventTime(LocalDate.parse(text).atStartOfDay(), true)
          : new EventTime(LocalDateTime.parse(text), false);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
