package dev.interlock.changes.calendar.recurrence;

import java.time.LocalDateTime;

/**
 * A range on the clock.
 *
 * @param from the first local time
 * @param until the last local time, included
 */
public record LocalRange(LocalDateTime from, LocalDateTime until) {

  /** The same range, ending earlier if the given time is earlier. */
  public LocalRange endingBy(LocalDateTime end) {
    return end.isBefore(until) ? new LocalRange(from, end) : this;
  }
}
