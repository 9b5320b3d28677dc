package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times at which changes may not, or exceptionally may, happen: an iCalendar file or events written
 * here.
 */
@Doc(
    "Times at which changes may not, or exceptionally may, happen: an iCalendar file or events written here.")
public record Calendar(
    @Doc("Name as people know it.") String displayName,
    @Doc("What its events mean for changes.") Effect effect,
    @Doc("Time zone of all-day events and of times without one; each plant's own when absent.")
        @Nullable ZoneId timeZone,
    @Doc("iCalendar file (RFC 5545), relative to this document.") @Nullable String file,
    @Doc("Events written here.") List<Event> events,
    @Doc("Risk tiers it holds for; all when empty.") List<String> tiers,
    @Doc("Services it holds for; all when empty.") @Ref(Kind.SERVICE) List<String> services)
    implements Spec {

  /** What an event means for changes. */
  public enum Effect {
    /** No change, whatever else is allowed: month-end close, peak season, stock count. */
    FREEZE,
    /** People or machines are at work; a change may only happen where an ALLOW event covers it. */
    BUSY,
    /** Lifts BUSY, never FREEZE: a maintenance window, a plant shutdown. */
    ALLOW
  }

  /** One event, once or repeated. */
  @Doc("One event, once or repeated.")
  public record Event(
      @Doc("What happens.") String summary,
      @Doc(
              value = "First start: a local time, or a date for whole days.",
              example = "2026-12-24T18:00")
          String start,
      @Doc(
              value = "First end, exclusive: a local time, or a date for whole days.",
              example = "2026-12-27T06:00")
          @Nullable String end,
      @Doc(
              value =
                  "Length instead of an end: P1D is a calendar day also when clocks change, PT24H are 24 hours.",
              example = "PT4H")
          @Nullable String duration,
      @Doc(value = "Repetition, RFC 5545 RRULE.", example = "FREQ=WEEKLY;BYDAY=SA")
          @Nullable String rrule,
      @Doc("Starts that are left out.") List<String> exdates,
      @Doc("Further starts.") List<String> rdates) {}
}
