package dev.interlock.server;

import dev.interlock.finding.Fault;
import dev.interlock.server.database.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;

/**
 * The time of the sample: its evidence was made in a certain week, so its clock begins there when
 * the server is first started, and runs on from then. An estate of one's own has the real time.
 */
public final class SampleClock implements InstantSource {

  /** A Saturday night at which some changes go, some wait and some stop. */
  static final Instant BEGIN = Instant.parse("2026-11-21T22:30:00Z");

  private final InstantSource real;
  private final Duration ahead;

  private SampleClock(InstantSource real, Duration ahead) {
    this.real = real;
    this.ahead = ahead;
  }

  /** The clock of a server's data folder, which remembers when it was first started. */
  public static SampleClock of(DataFolder folder) {
    Path file = folder.resolve("sample.start");
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, Clock.systemUTC().instant().toString());
      }
      Instant first = Instant.parse(Files.readString(file).strip());
      return new SampleClock(InstantSource.system(), Duration.between(first, BEGIN));
    } catch (IOException | DateTimeParseException e) {
      throw new Fault(
          ServerCode.DATA_UNUSABLE.code(),
          "cannot read or write " + file + ": " + e.getMessage(),
          e);
    }
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }
}
