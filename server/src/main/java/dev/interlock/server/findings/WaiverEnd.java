package dev.interlock.server.findings;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Waiver;
import java.time.Instant;

/** When waivers end. */
public final class WaiverEnd {

  private WaiverEnd() {}

  /** Known of each waiver of an estate in force: the loader refuses what can't be read. */
  public static Instant of(Waiver waiver) {
    return waiver.end().orElseThrow();
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
