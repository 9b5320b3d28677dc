package dev.interlock.changes.calendar.ics;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a VCALENDAR that is no published calendar. Any METHOD but PUBLISH makes it a message
 * about a calendar (RFC 5546): a cancellation, a request, an answer.
 */
final class CalendarForm {

  private static final Map<String, String> EXPECTED =
      Map.of("METHOD", "PUBLISH", "CALSCALE", "GREGORIAN");

  private CalendarForm() {}

  /** What is wrong with the head of a calendar. */
  static List<Diagnostic> problems(String file, IcsComponent calendar) {
    return calendar.properties().stream()
        .map(property -> problem(file, property))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Diagnostic problem(String file, IcsProperty property) {
    String expected = EXPECTED.get(property.name());
    if (expected == null || expected.equalsIgnoreCase(property.value().strip())) {
      return null;
    }
    return CalendarProblem.UNSUPPORTED.at(
        new SourceRef(file, property.line(), 0),
        property.name()
            + ":"
            + property.value().strip()
            + " is not read, expected "
            + expected
            + ": export the calendar itself");
  }
}
