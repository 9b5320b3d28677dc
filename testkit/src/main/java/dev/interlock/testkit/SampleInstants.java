package dev.interlock.testkit;

import java.time.Instant;
import java.time.InstantSource;

/** The instants at which the sample is looked at, and clocks that stand still at them. */
public final class SampleInstants {

  /** Wednesday evening in Vienna, everybody at work somewhere: the sample's "now". */
  public static final Instant WEDNESDAY = Instant.parse("2026-11-18T20:00:00Z");

  /** The following Saturday night in Vienna: all three sites rest. */
  public static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-21T22:30:00Z");

  /** The following Sunday at ten in Vienna: the maintenance window opens. */
  public static final Instant MAINTENANCE = Instant.parse("2026-11-22T09:00:00Z");

  /** The last working day of November: month-end close. */
  public static final Instant MONTH_END = Instant.parse("2026-11-30T14:20:00Z");

  private SampleInstants() {}

  /** A clock that always shows this instant. */
  public static InstantSource clock(Instant instant) {
    return InstantSource.fixed(instant);
  }
}
