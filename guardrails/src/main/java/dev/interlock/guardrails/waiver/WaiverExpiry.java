package dev.interlock.guardrails.waiver;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads when a waiver ends. */
public final class WaiverExpiry {

  private WaiverExpiry() {}

  /**
   * The first instant at which the waiver covers nothing any more: the instant that is written, or
   * for a date the end of that day in UTC. Empty when the text is neither.
   */
  public static Optional<Instant> parse(String text) {
    String written = text.strip();
    try {
      return Optional.of(
          written.indexOf('T') < 0
              ? LocalDate.parse(written).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
