package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.EstateCode;
import dev.interlock.finding.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Judges lengths of time. */
final class Lengths {

  private static final Duration TEN_YEARS = Duration.ofDays(3660);

  private Lengths() {}

  /** Reports a length that is not above zero, or so long that it will never be over. */
  static void sensible(Entry<?> entry, @Nullable Duration length, Report report, Object... path) {
    aboveZero(entry, length, report, path);
    if (length != null && length.compareTo(TEN_YEARS) > 0) {
      report.add(
          EstateCode.BAD_LENGTH,
          entry.at(path),
          path[path.length - 1]
              + ": expected at most ten years (P3660D), found "
              + Durations.words(length));
    }
  }

  /** Reports a length that is there and not above zero. */
  static void aboveZero(Entry<?> entry, @Nullable Duration length, Report report, Object... path) {
    if (length != null && !length.isPositive()) {
      report.add(
          EstateCode.BAD_LENGTH,
          entry.at(path),
          path[path.length - 1] + ": expected a length of time above zero, found " + length);
    }
  }
}
