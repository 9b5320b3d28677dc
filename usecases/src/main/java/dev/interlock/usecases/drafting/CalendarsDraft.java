package dev.interlock.usecases.drafting;

import dev.interlock.facts.Discovered.CalendarFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts a Calendar for each iCalendar file that was found. */
final class CalendarsDraft {

  /** In this order: a freeze is the careful reading where a text speaks of both. */
  private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

  static {
    for (String word :
        List.of("freeze", "close", "stock", "count", "peak", "inventory", "holiday", "inventur")) {
      MEANINGS.put(word, "freeze");
    }
    for (String word :
        List.of("maintenance", "shutdown", "service window", "change window", "wartung")) {
      MEANINGS.put(word, "allow");
    }
    for (String word : List.of("shift", "schicht", "mrp", "production run")) {
      MEANINGS.put(word, "busy");
    }
  }

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

  /** What its name says comes before what single events in it say. */
  private static Guess effect(CalendarFile calendar) {
    Guess byName = effect(name(calendar).replace('-', ' ') + " " + calendar.name());
    Guess bySummary = effect(String.join(" ", calendar.summaries()));
    if (byName != null) {
      return byName;
    }
    String why = "nothing says what it means, and a freeze is the careful reading";
    return bySummary == null ? new Guess("freeze", why) : bySummary;
  }

  private static @Nullable Guess effect(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> meaning : MEANINGS.entrySet()) {
      if (words.contains(meaning.getKey())) {
        return new Guess(meaning.getValue(), "it speaks of \"" + meaning.getKey() + "\"");
      }
    }
    return null;
  }
}
