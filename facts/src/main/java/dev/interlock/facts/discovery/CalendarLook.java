package dev.interlock.facts.discovery;

import dev.interlock.facts.Discovered.CalendarFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a first look at an iCalendar file (RFC 5545): its name, its zone, what it is about. What
 * its events mean in time is for the gate to compute.
 */
final class CalendarLook {

  private static final int ENOUGH = 20;

  private CalendarLook() {}

  static Optional<CalendarFile> at(String text, Path path, String file) {
    if (!text.stripLeading().startsWith("BEGIN:VCALENDAR")) {
      return Optional.empty();
    }
    String unfolded = text.replace("\r\n ", "").replace("\n ", "");
    List<String> summaries = new ArrayList<>();
    @Nullable String name = null;
    @Nullable String zone = null;
    for (String line : unfolded.lines().toList()) {
      if (line.startsWith("X-WR-CALNAME:")) {
        name = value(line);
      } else if (line.startsWith("X-WR-TIMEZONE:") || (zone == null && line.startsWith("TZID:"))) {
        zone = value(line);
      } else if (zone == null && line.contains(";TZID=")) {
        zone = parameter(line);
      } else if (line.startsWith("SUMMARY") && summaries.size() < ENOUGH) {
        summaries.add(value(line));
      }
    }
    return Optional.of(new CalendarFile(file, path, name, zone, summaries));
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static @Nullable String parameter(String line) {
    int from = line.indexOf(";TZID=") + ";TZID=".length();
    int end = line.indexOf(':', from);
    String zone = end < 0 ? "" : line.substring(from, end).replace("\"", "");
    return zone.isEmpty() || zone.contains(";") ? null : zone;
  }
}
