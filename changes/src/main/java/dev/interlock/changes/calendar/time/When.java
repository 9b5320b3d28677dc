package dev.interlock.changes.calendar.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A moment as a calendar writes it: a day, a floating time, or a time in a zone (RFC 5545 sections
 * 3.3.4 and 3.3.5).
 *
 * @param local the local time; midnight for a day
 * @param wholeDay true for a day (DATE)
 * @param zone the zone it was written with; null when it floats
 */
public record When(LocalDateTime local, boolean wholeDay, @Nullable Zone zone) {

  /** A day in whichever zone it is read. */
  public static When day(LocalDate day) {
    return new When(day.atStartOfDay(), true, null);
  }

  /** A local time in whichever zone it is read. */
  public static When floating(LocalDateTime local) {
    return new When(local, false, null);
  }

  /** A local time in a zone. */
  public static When in(Zone zone, LocalDateTime local) {
    return new When(local, false, zone);
  }

  /** Its own zone, or the given one when it floats. */
  public Zone zoneOr(Zone fallback) {
    return zone == null ? fallback : zone;
  }

  /** The instant in epoch seconds; a floating value is read in the given zone. */
  public long epochSecond(Zone fallback) {
    Zone in = zoneOr(fallback);
    return wholeDay ? in.startOfDay(local.toLocalDate()) : in.epochSecond(local);
  }
}
