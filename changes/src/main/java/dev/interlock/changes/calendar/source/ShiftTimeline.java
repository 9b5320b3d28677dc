package dev.interlock.changes.calendar.source;

import dev.interlock.changes.calendar.recurrence.Budget;
import dev.interlock.changes.calendar.time.Zone;
import dev.interlock.estate.Plant;
import java.time.LocalDate;

/**
 * A shift of a plant: from its start to its end on the plant's own clock, so that it is an hour
 * longer or shorter in the night in which clocks change.
 */
public final class ShiftTimeline implements Timeline {

  private final Plant.Shift shift;
  private final Zone zone;
  private final int daysLater;

  /** A shift in the plant's zone; one that ends at or before its start runs past midnight. */
  public ShiftTimeline(Plant.Shift shift, Zone zone) {
    this.shift = shift;
    this.zone = zone;
    this.daysLater = shift.end().isAfter(shift.start()) ? 0 : 1;
  }

  @Override
  public void expand(long from, long until, Budget budget, Sink sink) {
    LocalDate last = zone.local(until).toLocalDate().plusDays(2);
    LocalDate day = zone.local(from).toLocalDate().minusDays(3);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      if (shift.days().contains(day.getDayOfWeek())) {
        long start = zone.epochSecond(day.atTime(shift.start()));
        long end = zone.epochSecond(day.plusDays(daysLater).atTime(shift.end()));
        if (start < end && start < until && end > from) {
          sink.add(shift.name(), start, end);
        }
      }
    }
  }
}
