package dev.interlock.server.console;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When waivers end. */
final class WaiverEnd {

  private WaiverEnd() {}

  /** A date means the end of that day, UTC; the loader has checked that it is one or the other. */
  static Instant of(Waiver waiver) {
    String expires = waiver.expires();
    return expires.contains("T")
        ? Instant.parse(expires)
        : LocalDate.parse(expires).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first end after an instant: until then a check gives what it gave. */
  static Instant nextAfter(Instant at, Estate estate) {
    return estate.all(Waiver.class).values().stream()
        .map(WaiverEnd::of)
        .filter(end -> end.isAfter(at))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
