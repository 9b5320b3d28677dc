package dev.interlock.usecases.drafting;

import dev.interlock.facts.Discovered.CalendarFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Drafts a Calendar for each iCalendar file that was found. */
final class CalendarsDraft {

  private static final List<String> ALLOWING =
      List.of(
          "maintenance", "shutdown", "wartung", "service window", "change window", "stillstand");
  private static final List<String> WORKING = List.of("shift", "schicht", "mrp", "production run");
  private static final List<String> FREEZING =
      List.of("freeze", "close", "stock", "count", "peak", "inventory", "holiday", "inventur");

  private CalendarsDraft() {}

  static String name(CalendarFile calendar) {
    Path file = calendar.path().getFileName();
    String name = file == null ? "calendar" : file.toString();
    return Words.slug(name.replaceAll("(?i)\\.ics$", ""), "calendar");
  }

  static String text(List<CalendarFile> calendars) {
    Page page = new Page();
    if (calendars.isEmpty()) {
      return Shipped.text("calendars.yaml");
    }
    Set<String> written = new HashSet<>();
    for (CalendarFile calendar : calendars) {
      String name = name(calendar);
      if (!written.add(name)) {
        continue;
      }
      page.document("Calendar", name)
          .field("displayName", calendar.name() == null ? name : calendar.name())
          .field("effect", effect(calendar))
          .field("file", name + ".ics");
    }
    return page.text();
  }

  private static Guess effect(CalendarFile calendar) {
    String all = name(calendar) + " " + calendar.name() + " " + calendar.summaries();
    String words = all.toLowerCase(Locale.ROOT).replace('-', ' ');
    for (String word : FREEZING) {
      if (words.contains(word)) {
        return new Guess("freeze", "it speaks of \"" + word + "\"");
      }
    }
    for (String word : ALLOWING) {
      if (words.contains(word)) {
        return new Guess("allow", "it speaks of \"" + word + "\"");
      }
    }
    for (String word : WORKING) {
      if (words.contains(word)) {
        return new Guess("busy", "it speaks of \"" + word + "\"");
      }
    }
    return new Guess("freeze", "nothing says what it means, and a freeze is the careful reading");
  }
}
