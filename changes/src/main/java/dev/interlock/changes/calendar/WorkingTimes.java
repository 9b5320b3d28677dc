package dev.interlock.changes.calendar;

import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.Plant;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody has said when a plant works: by shifts, of which one with {@code changesAllowed}
 * says that changes do no harm, or by a calendar of effect busy. An office may go without.
 */
final class WorkingTimes {

  private WorkingTimes() {}

  /**
   * Nothing when somebody has said it.
   *
   * @param effects what a calendar means; null when there is none of that name
   */
  static List<Diagnostic> unsaid(
      String name, Plant plant, Function<String, @Nullable Effect> effects, SourceRef place) {
    boolean said =
        plant.site() == Plant.SiteType.OFFICE
            || !plant.shifts().isEmpty()
            || plant.calendars().stream().anyMatch(c -> effects.apply(c) == Effect.BUSY);
    return said
        ? List.of()
        : List.of(
            CalendarProblem.NO_WORKING_TIME
                .at(place, "nobody has said when plant " + name + " works")
                .withHint(
                    "declare its shifts, or a calendar of effect busy; a shift with changesAllowed:"
                        + " true says that changes do no harm then"));
  }
}
