package dev.interlock.changes.calendar.window;

import dev.interlock.changes.WindowScope;
import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.source.Source;
import dev.interlock.estate.Calendar.Effect;
import dev.interlock.finding.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plant that leaves it to calendars of effect busy to say when it works, and has none that surely
 * speaks of the change: one for other tiers or services says nothing about this one.
 */
final class Silence {

  private Silence() {}

  /**
   * What is wrong; null when it is said, or not asked.
   *
   * @param plant the sources of one plant
   */
  static @Nullable Diagnostic of(List<Source.Loaded> plant, WindowScope scope) {
    Source shifts =
        plant.stream().map(Source.Loaded::source).filter(Source::silent).findFirst().orElse(null);
    if (shifts == null || !scope.asks(Effect.BUSY)) {
      return null;
    }
    List<Source> busy =
        plant.stream()
            .map(Source.Loaded::source)
            .filter(source -> source.effect() == Effect.BUSY && !source.silent())
            .toList();
    return eachService(scope).allMatch(one -> said(busy, one)) ? null : problem(shifts, busy);
  }

  /** Calendars for different services may say it together. */
  private static Stream<WindowScope> eachService(WindowScope scope) {
    return scope.services().isEmpty()
        ? Stream.of(scope)
        : scope.services().stream()
            .map(service -> new WindowScope(scope.rule(), scope.tier(), Set.of(service)));
  }

  private static boolean said(List<Source> busy, WindowScope scope) {
    // As for what allows a change: it counts when it is meant for sure.
    return busy.stream()
        .anyMatch(source -> scope.holds(Effect.ALLOW, source.tiers(), source.services()));
  }

  private static Diagnostic problem(Source shifts, List<Source> busy) {
    String narrowed =
        busy.isEmpty() ? "" : " for such a change: its calendars of effect busy are for others";
    return CalendarProblem.NO_WORKING_TIME
        .at(shifts.place(), "nobody has said when plant " + shifts.plant() + " works" + narrowed)
        .withHint(
            "declare its shifts, or a calendar of effect busy for every tier and service; a shift"
                + " with changesAllowed: true says that changes do no harm then");
  }
}
