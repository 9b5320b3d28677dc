package dev.interlock.finding;

import java.util.Locale;
import java.util.Optional;

/** How much a failed control matters; the natural order runs from least to most severe. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The lower-case word used in files, options and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #word()} in any letter case; empty when the word is none of the four. */
  public static Optional<Severity> parse(String word) {
    for (Severity severity : values()) {
      if (severity.word().equalsIgnoreCase(word.strip())) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
