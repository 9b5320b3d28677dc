package dev.interlock.changes.calendar;

import dev.interlock.estate.Plant;

/**
 * Whether a plant's shifts say when it works: one with {@code changesAllowed} says that changes do
 * no harm. An office may go without; of any other plant a calendar of effect busy has to say it.
 */
final class WorkingTimes {

  private WorkingTimes() {}

  /** True when its calendars have to say it. */
  static boolean leftToCalendars(Plant plant) {
    return plant.site() != Plant.SiteType.OFFICE && plant.shifts().isEmpty();
  }
}
