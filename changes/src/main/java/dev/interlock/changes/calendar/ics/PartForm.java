package dev.interlock.changes.calendar.ics;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses parts of a calendar that say from when until when something holds and are no events of
 * it: passed over in silence, they would forbid nothing.
 */
final class PartForm {

  private static final String HINT =
      "has a start and an end, but only events are read; make an event of it, or leave it out";

  private PartForm() {}

  /** Why a part makes the calendar unreadable; null when it does not. */
  static @Nullable String problem(IcsComponent part) {
    String own =
        switch (part.name()) {
          case "VEVENT", "VTIMEZONE" -> null;
          case "VFREEBUSY", "VAVAILABILITY" ->
              part.name() + " is not read; export the calendar's events";
          default -> takesTime(part) ? part.name() + " " + HINT : null;
        };
    return own == null ? within(part) : own;
  }

  private static @Nullable String within(IcsComponent part) {
    for (IcsComponent inner : part.parts()) {
      String found = inner(part, inner);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String inner(IcsComponent part, IcsComponent inner) {
    return inner.is("VEVENT") ? "a VEVENT stands within its " + part.name() : problem(inner);
  }

  private static boolean takesTime(IcsComponent part) {
    boolean ends = Stream.of("DTEND", "DUE", "DURATION").anyMatch(name -> part.first(name) != null);
    return part.first("DTSTART") != null && ends && !part.word("STATUS").equals("CANCELLED");
  }
}
