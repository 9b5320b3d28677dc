package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.time.When;
import dev.interlock.changes.calendar.time.Zone;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The occurrence that a RECURRENCE-ID means, in whichever zone it is written.
 *
 * @param at a day, a time without a zone, or an instant in UTC
 */
record Original(When at) {

  /** As far as local time is from UTC, to the west and to the east. */
  private static final int WEST = 12;

  private static final int EAST = 14;

  static Original of(When when) {
    boolean instant = !when.wholeDay() && when.zone() != null;
    return new Original(
        instant ? When.in(Zone.UTC, Zone.UTC.local(when.epochSecond(Zone.UTC))) : when);
  }

  /**
   * True when two that are written in different ways may mean one occurrence.
   *
   * @param zone of the series; null when it has none or is not known
   */
  boolean mayMean(Original other, @Nullable Zone zone) {
    boolean sameWay =
        at.wholeDay() == other.at.wholeDay() && (at.zone() == null) == (other.at.zone() == null);
    return !sameWay
        && !earliest(zone).isAfter(other.latest(zone))
        && !other.earliest(zone).isAfter(latest(zone));
  }

  /** The least that the clock of the series can show at its start. */
  LocalDateTime earliest(@Nullable Zone zone) {
    return zone == null && at.zone() != null ? at.local().minusHours(WEST) : local(zone);
  }

  /** The most that the clock of the series can show at its start. */
  LocalDateTime latest(@Nullable Zone zone) {
    if (at.wholeDay()) {
      return at.local().plusDays(1).minusSeconds(1);
    }
    return zone == null && at.zone() != null ? at.local().plusHours(EAST) : local(zone);
  }

  private LocalDateTime local(@Nullable Zone zone) {
    return zone == null || at.zone() == null ? at.local() : zone.local(at.epochSecond(zone));
  }
}
