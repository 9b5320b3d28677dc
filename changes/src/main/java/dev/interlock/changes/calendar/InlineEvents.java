package dev.interlock.changes.calendar;

import dev.interlock.changes.calendar.recurrence.Rule;
import dev.interlock.changes.calendar.recurrence.RuleText;
import dev.interlock.changes.calendar.source.Series;
import dev.interlock.changes.calendar.time.Length;
import dev.interlock.changes.calendar.time.LengthText;
import dev.interlock.changes.calendar.time.When;
import dev.interlock.changes.calendar.time.Zone;
import dev.interlock.estate.Calendar;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;

/** Reads events written in the estate: ISO 8601 times, otherwise the same meaning as in a file. */
final class InlineEvents {

  private InlineEvents() {}

  /** The events, with a problem at the calendar's document for each that can't be understood. */
  static CalendarContent read(List<Calendar.Event> events, SourceRef source) {
    List<Series> all = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      try {
        all.add(series(events.get(i)));
      } catch (Misread e) {
        problems.add(e.problem().at(source, "spec.events[" + i + "]: " + e.text()));
      }
    }
    return new CalendarContent(all, problems);
  }

  private static Series series(Calendar.Event event) {
    When start = when(event.start());
    String rule = event.rrule();
    BesideStart beside = new BesideStart(start);
    List<Rule> rules = rule == null ? List.of() : List.of(beside.rule(RuleText.read(rule)));
    return new Series(
        event.summary(),
        start,
        length(event, start),
        rules,
        event.rdates().stream()
            .map(text -> new Series.Extra(beside.extra("rdates", when(text)), null))
            .toList(),
        event.exdates().stream().map(text -> beside.exception("exdates", when(text))).toList(),
        List.of());
  }

  private static Length length(Calendar.Event event, When start) {
    String end = event.end();
    String duration = event.duration();
    if (end != null && duration != null) {
      throw new Misread(CalendarProblem.BAD_EVENT, "the event has both an end and a duration");
    }
    if (duration != null) {
      return LengthText.read(duration);
    }
    if (end == null && !start.wholeDay()) {
      throw new Misread(CalendarProblem.BAD_EVENT, "the event has neither an end nor a duration");
    }
    return end == null ? new Length.Span(1, 0) : Length.until(start, when(end));
  }

  /** {@code 2026-12-24}, {@code 2026-12-24T18:00}, or the latter with an offset or a zone. */
  private static When when(String text) {
    try {
      if (text.length() == 10) {
        return When.day(LocalDate.parse(text));
      }
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
      if (time instanceof ZonedDateTime zoned) {
        return When.in(Zone.of(zoned.getZone()), zoned.toLocalDateTime().withNano(0));
      }
      return When.floating(LocalDateTime.from(time).withNano(0));
    } catch (DateTimeException e) {
      throw new Misread(
          CalendarProblem.BAD_TIME,
          "\"" + text + "\" is neither a day like 2026-12-24 nor a time like 2026-12-24T18:00");
    }
  }
}
