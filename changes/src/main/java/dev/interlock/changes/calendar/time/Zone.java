package dev.interlock.changes.calendar.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A time zone as calendars use it: one of the JDK's, or one that a calendar file defines itself.
 *
 * @param name as the calendar or the JDK calls it
 * @param rules its offsets
 */
public record Zone(String name, ZoneRules rules) {

  /** Coordinated Universal Time. */
  public static final Zone UTC = new Zone("UTC", ZoneOffset.UTC.getRules());

  /** The zone of that id, with the JDK's rules. */
  public static Zone of(ZoneId id) {
    return new Zone(id.getId(), id.getRules());
  }

  /**
   * The instant of a local time, in epoch seconds. RFC 5545 section 3.3.5: of a time that occurs
   * twice the first one; a time that the clock leaves out is read with the offset before the gap.
   */
  public long epochSecond(LocalDateTime local) {
    // ZoneRules promises the offset before the transition for gaps and overlaps alike.
    return local.toEpochSecond(rules.getOffset(local));
  }

  /** The first instant of a day, in epoch seconds: midnight, or the end of a gap over midnight. */
  public long startOfDay(LocalDate day) {
    LocalDateTime midnight = LocalDateTime.of(day, LocalTime.MIDNIGHT);
    ZoneOffsetTransition change = rules.getTransition(midnight);
    return change != null && change.isGap() ? change.toEpochSecond() : epochSecond(midnight);
  }

  /** What a clock shows at an instant given in epoch seconds. */
  public LocalDateTime local(long epochSecond) {
    ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(epochSecond));
    return LocalDateTime.ofEpochSecond(epochSecond, 0, offset);
  }
}
