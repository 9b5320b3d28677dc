package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.BesideStart;
import dev.interlock.changes.calendar.CalendarContent;
import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.source.Series;
import dev.interlock.changes.calendar.time.Length;
import dev.interlock.changes.calendar.time.Zone;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
    Map<String, List<IcsEvent>> exceptions = new LinkedHashMap<>();
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
        exceptions.computeIfAbsent(uid, _ -> new ArrayList<>()).add(event);
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
    String unread = PartForm.problem(part);
    if (unread != null) {
      problems.add(CalendarProblem.UNSUPPORTED.at(at(part.line()), unread));
    }
    if (!part.is("VEVENT")) {
      return null;
    }
    try {
      IcsEvent event = reader.read(part);
      Length length = event.series().length().bound(event.series().start(), Zone.UTC);
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

  private List<Series> join(Map<String, IcsEvent> masters, Map<String, List<IcsEvent>> exceptions) {
    List<Series> all = new ArrayList<>();
    masters.forEach((uid, master) -> {
      List<IcsEvent> written = exceptions.remove(uid);
      Zone zone = master.series().start().zone();
      Collection<IcsEvent> own = written == null ? List.of() : newest(written, zone);
      if (!master.cancelled()) {
        all.add(own.isEmpty() ? master.series() : with(master.series(), own));
      } else if (forbids) {
        all.addAll(takingPlace(own));
      }
    });
    // Exports of a range hold exceptions whose series lies outside of it.
    for (List<IcsEvent> orphans : exceptions.values()) {
      orphans.forEach(this::refuseEndless);
      all.addAll(takingPlace(newest(orphans, null)));
    }
    return all;
  }

  /** The newest version of each occurrence, in whichever zones the versions name it. */
  private Collection<IcsEvent> newest(List<IcsEvent> exceptions, @Nullable Zone zone) {
    Map<Original, IcsEvent> newest = new LinkedHashMap<>();
    for (IcsEvent exception : exceptions) {
      newest.merge(Original.of(exception.exceptionOf()), exception, this::newer);
    }
    refuseDoubtful(newest, zone);
    return newest.values();
  }

  private void refuseDoubtful(Map<Original, IcsEvent> exceptions, @Nullable Zone zone) {
    List<Original> sorted = new ArrayList<>(exceptions.keySet());
    sorted.sort(Comparator.comparing(original -> original.earliest(zone)));
    for (int i = 0; i < sorted.size(); i++) {
      Original one = sorted.get(i);
      for (Original other : sorted.subList(i + 1, sorted.size())) {
        if (other.earliest(zone).isAfter(one.latest(zone))) {
          break;
        }
        IcsEvent first = exceptions.get(one);
        IcsEvent second = exceptions.get(other);
        if (first != null
            && second != null
            && one.mayMean(other, zone)
            && !first.saysTheSameAs(second)) {
          problems.add(doubt(first, second));
          return;
        }
      }
    }
  }

  private Diagnostic doubt(IcsEvent first, IcsEvent second) {
    return CalendarProblem.BAD_EVENT.at(
        at(Math.max(first.line(), second.line())),
        "it may be about the same occurrence as the event in line "
            + Math.min(first.line(), second.line())
            + " and says something else; write both RECURRENCE-ID in one way: as days, or as times"
            + " in the zone of the series");
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

  private Series with(Series series, Collection<IcsEvent> exceptions) {
    exceptions.forEach(event -> fits(series, event));
    return series.with(exceptions.stream().map(IcsEvent::deviation).toList());
  }

  private void fits(Series series, IcsEvent event) {
    try {
      new BesideStart(series.start()).exception("RECURRENCE-ID", event.exceptionOf());
      if (event.andFuture() && event.series().start().wholeDay() != series.start().wholeDay()) {
        throw new Misread(
            CalendarProblem.BAD_EVENT,
            "all later occurrences can't turn from times into days or back");
      }
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
