package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.BesideStart;
import dev.interlock.changes.calendar.CalendarContent;
import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.source.Series;
import dev.interlock.changes.calendar.time.Length;
import dev.interlock.changes.calendar.time.When;
import dev.interlock.changes.calendar.time.Zone;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of one file: each VEVENT read, then series and their exceptions joined by UID. */
final class IcsEvents {

  private final String file;
  private final List<IcsComponent> parts;
  private final IcsEventReader reader;
  private final boolean forbids;
  private final Map<String, String> spelled = new HashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * The events of these components.
   *
   * @param forbids whether they forbid changes: what is only planned or may be called off then
   *     counts, and does not where they allow
   */
  IcsEvents(String file, List<IcsComponent> parts, boolean forbids) {
    this.file = file;
    this.parts = parts;
    this.forbids = forbids;
    this.reader = new IcsEventReader(new FileZones(parts), forbids);
  }

  CalendarContent content() {
    // The newest version of a series or exception, by UID and RECURRENCE-ID.
    Map<String, Map<When, IcsEvent>> exceptions = new LinkedHashMap<>();
    Map<String, IcsEvent> masters = new LinkedHashMap<>();
    for (IcsComponent part : parts) {
      IcsEvent event = read(part);
      if (event == null) {
        continue;
      }
      String uid = uid(event);
      if (event.original() == null) {
        masters.merge(uid, event, this::newer);
      } else {
        exceptions
            .computeIfAbsent(uid, _ -> new LinkedHashMap<>())
            .merge(event.original(), event, this::newer);
      }
    }
    List<Series> joined = join(masters, exceptions);
    return new CalendarContent(joined, problems);
  }

  /** What belongs together; where letter case alone differs, nobody can tell whether it does. */
  private String uid(IcsEvent event) {
    String key = event.uid().toUpperCase(Locale.ROOT);
    String other = spelled.putIfAbsent(key, event.uid());
    if (other != null && !other.equals(event.uid())) {
      problems.add(
          CalendarProblem.BAD_EVENT.at(
              at(event.line()), "its UID differs only in letter case from that of another event"));
    }
    return key;
  }

  private @Nullable IcsEvent read(IcsComponent part) {
    if (part.is("VFREEBUSY")) {
      problems.add(
          CalendarProblem.UNSUPPORTED.at(
              at(part.line()), "VFREEBUSY is not read; export the calendar's events"));
    }
    if (!part.is("VEVENT")) {
      return null;
    }
    try {
      IcsEvent event = reader.read(part);
      Length length = event.series().length().bound(event.series().start(), Zone.UTC);
      if (length instanceof Length.Exact(long seconds) && seconds < 0) {
        throw new Misread(CalendarProblem.BAD_EVENT, "the event ends before it starts");
      }
      if (length.isEmpty() && !event.cancelled()) {
        problems.add(
            CalendarProblem.NO_EFFECT.warning(
                at(part.line()), "the event has no length, so it holds at no time"));
      }
      return event;
    } catch (Misread e) {
      int line = reader.line() == 0 ? part.line() : reader.line();
      problems.add(e.problem().at(at(line), e.text()));
      return null;
    }
  }

  private List<Series> join(
      Map<String, IcsEvent> masters, Map<String, Map<When, IcsEvent>> exceptions) {
    List<Series> all = new ArrayList<>();
    masters.forEach((uid, master) -> {
      Map<When, IcsEvent> own = exceptions.remove(uid);
      if (!master.cancelled()) {
        all.add(own == null ? master.series() : with(master.series(), own));
      } else if (own != null && forbids) {
        all.addAll(takingPlace(own.values()));
      }
    });
    // Exports of a range hold exceptions whose series lies outside of it.
    for (Map<When, IcsEvent> orphans : exceptions.values()) {
      orphans.values().forEach(this::refuseEndless);
      all.addAll(takingPlace(orphans.values()));
    }
    return all;
  }

  private static List<Series> takingPlace(Collection<IcsEvent> events) {
    return events.stream().filter(event -> !event.cancelled()).map(IcsEvent::series).toList();
  }

  private void refuseEndless(IcsEvent orphan) {
    if (orphan.andFuture()) {
      problems.add(
          CalendarProblem.BAD_EVENT.at(
              at(orphan.line()),
              "all later occurrences are meant, but their series is not in the file"));
    }
  }

  private Series with(Series series, Map<When, IcsEvent> exceptions) {
    List<Series.Deviation> deviations = new ArrayList<>();
    exceptions.forEach((original, event) -> {
      deviations.add(event.deviation(original));
      fits(series, original, event);
      if (event.andFuture() && event.series().start().wholeDay() != series.start().wholeDay()) {
        problems.add(
            CalendarProblem.BAD_EVENT.at(
                at(event.line()), "all later occurrences can't turn from times into days or back"));
      }
    });
    return series.with(deviations);
  }

  private void fits(Series series, When original, IcsEvent event) {
    try {
      new BesideStart(series.start()).exception("RECURRENCE-ID", original);
    } catch (Misread e) {
      problems.add(e.problem().at(at(event.line()), e.text()));
    }
  }

  /** RFC 5546 section 2.1.4: the higher SEQUENCE is the later version. */
  private IcsEvent newer(IcsEvent first, IcsEvent second) {
    if (first.sequence() == second.sequence() && !first.saysTheSameAs(second)) {
      problems.add(
          CalendarProblem.BAD_EVENT.at(
              at(second.line()),
              "it has the same UID and SEQUENCE as the event in line "
                  + first.line()
                  + " and says something else, so nobody can tell which holds; give each event a"
                  + " UID of its own"));
    }
    return second.sequence() >= first.sequence() ? second : first;
  }

  private SourceRef at(int line) {
    return new SourceRef(file, line, 0);
  }
}
