package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.BesideStart;
import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.recurrence.Rule;
import dev.interlock.changes.calendar.recurrence.RuleText;
import dev.interlock.changes.calendar.source.Series;
import dev.interlock.changes.calendar.time.Length;
import dev.interlock.changes.calendar.time.LengthText;
import dev.interlock.changes.calendar.time.TimeText;
import dev.interlock.changes.calendar.time.When;
import dev.interlock.changes.calendar.time.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one VEVENT (RFC 5545 section 3.6.1); remembers the line it is at for diagnostics. */
final class IcsEventReader {

  private final FileZones zones;
  private final boolean tentativeCounts;
  private int line;

  IcsEventReader(FileZones zones, boolean tentativeCounts) {
    this.zones = zones;
    this.tentativeCounts = tentativeCounts;
  }

  /** The line of the property that was read last; 0 before the first. */
  int line() {
    return line;
  }

  IcsEvent read(IcsComponent event) {
    line = 0;
    EventForm.check(event, at -> line = at);
    line = 0;
    IcsProperty original = event.first("RECURRENCE-ID");
    // The only RANGE that the form lets through is THISANDFUTURE.
    boolean andFuture = original != null && original.parameter("RANGE") != null;
    if (original != null && event.first("RRULE") != null) {
      throw bad("an event with RECURRENCE-ID can't have a rule of its own");
    }
    String uid = uid(event);
    if (original != null && uid.isEmpty()) {
      line = original.line();
      throw bad("an event with RECURRENCE-ID needs the UID of its series");
    }
    return new IcsEvent(
        uid.isEmpty() ? "\nline " + event.line() : uid,
        sequence(event),
        original == null ? null : when(original, original.value()),
        andFuture,
        cancelled(event),
        series(event),
        event.line());
  }

  private static String uid(IcsComponent event) {
    IcsProperty uid = event.first("UID");
    return uid == null ? "" : uid.value().strip();
  }

  private boolean cancelled(IcsComponent event) {
    IcsProperty status = event.first("STATUS");
    if (status == null) {
      return false;
    }
    return switch (status.value().strip().toUpperCase(Locale.ROOT)) {
      case "CONFIRMED" -> false;
      case "TENTATIVE" -> !tentativeCounts;
      case "CANCELLED" -> true;
      default -> {
        line = status.line();
        throw bad("STATUS:" + status.value() + " is none of TENTATIVE, CONFIRMED and CANCELLED");
      }
    };
  }

  private Series series(IcsComponent event) {
    IcsProperty begin = event.first("DTSTART");
    if (begin == null) {
      throw bad("the event has no DTSTART");
    }
    When start = when(begin, begin.value());
    BesideStart beside = new BesideStart(start);
    IcsProperty summary = event.first("SUMMARY");
    return new Series(
        summary == null ? "" : summary.text(),
        start,
        length(event, start),
        rules(event, beside),
        extras(event, beside),
        exceptions(event, beside),
        List.of());
  }

  private Length length(IcsComponent event, When start) {
    IcsProperty end = event.first("DTEND");
    IcsProperty duration = event.first("DURATION");
    if (end != null && duration != null) {
      line = duration.line();
      throw bad("the event has both DTEND and DURATION");
    }
    if (duration != null) {
      line = duration.line();
      return LengthText.read(duration.value());
    }
    return end == null ? withoutEnd(start) : Length.until(start, when(end, end.value()));
  }

  /** RFC 5545 section 3.6.1: without an end a day lasts that day, a time lasts no time. */
  private static Length withoutEnd(When start) {
    return new Length.Span(start.wholeDay() ? 1 : 0, 0);
  }

  private List<Rule> rules(IcsComponent event, BesideStart beside) {
    List<Rule> rules = new ArrayList<>();
    for (IcsProperty rule : event.all("RRULE")) {
      line = rule.line();
      rules.add(beside.rule(RuleText.read(rule.value())));
    }
    return rules;
  }

  private List<When> exceptions(IcsComponent event, BesideStart beside) {
    List<When> times = new ArrayList<>();
    for (IcsProperty property : event.all("EXDATE")) {
      for (String one : property.value().split(",", -1)) {
        times.add(beside.exception(property.name(), when(property, one)));
      }
    }
    return times;
  }

  private List<Series.Extra> extras(IcsComponent event, BesideStart beside) {
    List<Series.Extra> extras = new ArrayList<>();
    for (IcsProperty property : event.all("RDATE")) {
      for (String one : property.value().split(",", -1)) {
        Series.Extra extra =
            property.hasValueType("PERIOD")
                ? period(property, one)
                : new Series.Extra(when(property, one), null);
        beside.extra(property.name(), extra.start());
        extras.add(extra);
      }
    }
    return extras;
  }

  private Series.Extra period(IcsProperty property, String text) {
    line = property.line();
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw bad("\"" + text + "\" is not a period like 20261224T180000/PT4H");
    }
    When start = when(property, text.substring(0, slash));
    String rest = text.substring(slash + 1);
    Length length =
        rest.startsWith("P") ? LengthText.read(rest) : Length.until(start, when(property, rest));
    return new Series.Extra(start, length);
  }

  private When when(IcsProperty property, String value) {
    line = property.line();
    String id = property.parameter("TZID");
    boolean named = !value.endsWith("Z") && !property.hasValueType("DATE");
    Zone zone = id == null || !named ? null : zones.named(id);
    return TimeText.when(value, zone);
  }

  private long sequence(IcsComponent event) {
    String text = event.word("SEQUENCE");
    try {
      return text.isEmpty() ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw bad("SEQUENCE is no number");
    }
  }

  private static Misread bad(String message) {
    return new Misread(CalendarProblem.BAD_EVENT, message);
  }
}
