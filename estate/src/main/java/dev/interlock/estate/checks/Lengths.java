package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.EstateCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Judges lengths of time. */
final class Lengths {

  private Lengths() {}

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
