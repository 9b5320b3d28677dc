package dev.interlock.changes.calendar.window;

import dev.interlock.changes.Closure;
import dev.interlock.changes.calendar.source.Source;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A closure while it is compared with others.
 *
 * @param kind what forbids
 * @param lane whose calendars say so
 * @param source the calendar; null when no maintenance window is the reason
 * @param summary what happens
 * @param start epoch seconds; it begins no earlier
 * @param seen an instant in it: it begins where the last ALLOW before that ends, if that is later
 * @param until epoch seconds, exclusive
 */
record Piece(
    Closure.Kind kind,
    Lane lane,
    @Nullable Source source,
    String summary,
    long start,
    long seen,
    long until) {

  /** True when it ends later, or with the other one and weighs more. */
  boolean outlasts(@Nullable Piece other) {
    return other == null || outlasts(kind, until, other);
  }

  /** The same of a piece that is not made yet. */
  static boolean outlasts(Closure.Kind kind, long until, Piece other) {
    return until > other.until || (until == other.until && kind.compareTo(other.kind) < 0);
  }

  Closure closure() {
    ZoneId zone = lane.zone();
    return new Closure(
        kind,
        lane.plant(),
        source == null ? null : source.name(),
        summary,
        Instant.ofEpochSecond(from()).atZone(zone),
        Instant.ofEpochSecond(until).atZone(zone));
  }

  /** Worked out when somebody wants to see it: most pieces are only compared. */
  private long from() {
    return Math.max(start, lane.allowedBefore(seen));
  }
}
