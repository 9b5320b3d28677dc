package dev.interlock.changes.calendar;

import dev.interlock.changes.calendar.source.Series;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * What a calendar holds.
 *
 * @param series its events
 * @param problems what is wrong with it; with an error among them it can't be relied on
 */
public record CalendarContent(List<Series> series, List<Diagnostic> problems) {

  /** A calendar without events. */
  public static final CalendarContent EMPTY = new CalendarContent(List.of(), List.of());

  public CalendarContent {
    series = List.copyOf(series);
    problems = List.copyOf(problems);
  }

  /** Both together. */
  public CalendarContent and(CalendarContent other) {
    List<Series> allSeries = new ArrayList<>(series);
    allSeries.addAll(other.series);
    List<Diagnostic> allProblems = new ArrayList<>(problems);
    allProblems.addAll(other.problems);
    return new CalendarContent(allSeries, allProblems);
  }
}
