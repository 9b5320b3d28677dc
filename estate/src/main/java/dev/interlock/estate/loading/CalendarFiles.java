package dev.interlock.estate.loading;

import dev.interlock.estate.Calendar;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.checks.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the iCalendar files that calendars name. */
public final class CalendarFiles {

  private static final long MAX_BYTES = 16L << 20;

  private final Path directory;
  private final Report report;
  private final Map<String, String> texts = new HashMap<>();
  private final SortedMap<String, String> digests = new TreeMap<>();

  private CalendarFiles(Path directory, Report report) {
    this.directory = directory.toAbsolutePath().normalize();
    this.report = report;
  }

  /** Reads them all; what can't be read is reported where the calendar names it. */
  public static CalendarFiles read(Path directory, Estate estate, Report report) {
    CalendarFiles files = new CalendarFiles(directory, report);
    for (Entry<Calendar> calendar : estate.entries(Calendar.class)) {
      String file = calendar.spec().file();
      if (file != null) {
        files.read(calendar, file);
      }
    }
    return files;
  }

  /** The text of each file by the name of the calendar. */
  public Map<String, String> texts() {
    return texts;
  }

  /** SHA-256 in hex of each file by its path below the directory. */
  public SortedMap<String, String> digests() {
    return digests;
  }

  private void read(Entry<Calendar> calendar, String file) {
    try {
      Path document = Path.of(calendar.source().file()).toAbsolutePath();
      Path path = document.resolveSibling(file).normalize();
      if (!path.startsWith(directory)) {
        complain(calendar, file, "lies outside the estate's directory", "copy it into the estate");
      } else if (!Files.isRegularFile(path)) {
        complain(calendar, file, "does not exist", "the path is relative to this document's file");
      } else if (Files.size(path) > MAX_BYTES) {
        complain(calendar, file, "is larger than 16 MiB", "export fewer years");
      } else {
        byte[] bytes = Files.readAllBytes(path);
        texts.put(calendar.name(), new String(bytes, StandardCharsets.UTF_8));
        digests.put(DirectoryReading.below(directory, path), FileHash.of(bytes));
      }
    } catch (IOException | InvalidPathException e) {
      complain(calendar, file, "can't be read: " + e.getClass().getSimpleName(), null);
    }
  }

  private void complain(
      Entry<Calendar> calendar, String file, String problem, @Nullable String hint) {
    String message = "file: the calendar file \"" + file + "\" " + problem;
    report.add(EstateCode.CALENDAR_FILE, calendar.at("file"), message, hint);
  }
}
