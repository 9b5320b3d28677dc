package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Refuses a VEVENT that could be read in two ways: what RFC 5545 allows once stands there twice, or
 * a parameter says what the value does not.
 */
final class EventForm {

  private static final Set<String> ONCE =
      Set.of("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "STATUS", "SEQUENCE", "RRULE");
  private static final Set<String> TIMES =
      Set.of("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE");

  private EventForm() {}

  /**
   * Looks at every property.
   *
   * @param at told the line of each
   */
  static void check(IcsComponent event, IntConsumer at) {
    Set<String> seen = new HashSet<>();
    for (IcsProperty property : event.properties()) {
      at.accept(property.line());
      if (property.name().equals("EXRULE")) {
        throw new Misread(
            CalendarProblem.UNSUPPORTED, "EXRULE left the standard with RFC 5545; use EXDATE");
      }
      if (ONCE.contains(property.name()) && !seen.add(property.name())) {
        throw bad("the event has " + property.name() + " twice, so nobody can tell which holds");
      }
      if (TIMES.contains(property.name())) {
        range(property);
        type(property);
      }
    }
  }

  private static void range(IcsProperty property) {
    String range = property.parameter("RANGE");
    if (range != null
        && !(property.name().equals("RECURRENCE-ID") && range.equalsIgnoreCase("THISANDFUTURE"))) {
      throw bad(
          "RANGE="
              + range
              + " is not read here; RFC 5545 has only RECURRENCE-ID with RANGE="
              + "THISANDFUTURE");
    }
  }

  private static void type(IcsProperty property) {
    String type = property.parameter("VALUE");
    if (type == null) {
      return;
    }
    boolean day = property.value().indexOf('T') < 0;
    boolean fits =
        switch (type.toUpperCase(Locale.ROOT)) {
          case "DATE" -> day;
          case "DATE-TIME" -> !day;
          case "PERIOD" -> property.name().equals("RDATE");
          default -> false;
        };
    if (!fits) {
      throw bad("VALUE=" + type + " does not fit \"" + property.value() + "\"");
    }
  }

  private static Misread bad(String message) {
    return new Misread(CalendarProblem.BAD_EVENT, message);
  }
}
