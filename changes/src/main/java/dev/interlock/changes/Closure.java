package dev.interlock.changes;

import dev.interlock.finding.Moment;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which nothing may be changed, and why.
 *
 * @param kind what forbids
 * @param plant whose calendar says so; null for the environment's own
 * @param calendar its name, {@code shifts} for shifts; null when no maintenance window is the
 *     reason
 * @param summary what happens then, as the calendar calls it
 * @param from start, shown in the plant's time zone or, for the environment's own calendars, the
 *     organisation's
 * @param until end, exclusive, in the same zone
 */
public record Closure(
    Kind kind,
    @Nullable String plant,
    @Nullable String calendar,
    String summary,
    ZonedDateTime from,
    ZonedDateTime until) {

  /** What forbids a change. */
  public enum Kind {
    /** A freeze: forbids whatever else is allowed. */
    FREEZE,
    /** People or machines are at work, and nothing lifts it. */
    BUSY,
    /** The tier asks for a maintenance window, and there is none. */
    NO_MAINTENANCE;

    /** The lower-case word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One line for people: {@code plant linz: Early shift (shifts), Mon 2026-11-23 06:00 to Mon
   * 2026-11-23 14:00 Europe/Vienna}.
   */
  public String sentence() {
    String whose = plant == null ? "environment" : "plant " + plant;
    String what =
        switch (kind) {
          case FREEZE -> "freeze " + named();
          case BUSY -> named();
          case NO_MAINTENANCE -> summary;
        };
    return whose
        + ": "
        + what
        + ", "
        + Moment.minute(from)
        + " to "
        + Moment.minute(until)
        + " "
        + from.getZone();
  }

  /** True when the other one forbids for the same reason, whatever the times. */
  public boolean sameReason(Closure other) {
    return kind == other.kind
        && Objects.equals(plant, other.plant)
        && Objects.equals(calendar, other.calendar)
        && summary.equals(other.summary);
  }

  private String named() {
    return summary.isEmpty() ? String.valueOf(calendar) : "\"" + summary + "\" (" + calendar + ")";
  }
}
