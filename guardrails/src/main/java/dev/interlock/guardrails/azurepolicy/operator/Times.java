package dev.interlock.guardrails.azurepolicy.operator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants in texts: ISO 8601 with an offset, or without one in UTC. */
final class Times {

  private Times() {}

  /** The instant that a text writes, date and time; null when it writes none. */
  static @Nullable Instant parse(String text) {
    if (text.length() < 16 || text.charAt(4) != '-' || text.charAt(10) != 'T') {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      return local(text);
    }
  }

  private static @Nullable Instant local(String text) {
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
