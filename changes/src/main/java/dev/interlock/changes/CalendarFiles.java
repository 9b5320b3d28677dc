package dev.interlock.changes;

import dev.interlock.changes.calendar.FilesOnDisk;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.file.Path;

/** Where the text of iCalendar files comes from. */
@FunctionalInterface
public interface CalendarFiles {

  /**
   * Reads a file that a calendar names.
   *
   * @param document where the calendar is written; {@code file} is relative to it
   * @param file as written in the calendar
   * @throws IOException when it can't be read; the message says why in plain words
   */
  Text read(SourceRef document, String file) throws IOException;

  /**
   * A file's content.
   *
   * @param name how diagnostics call it
   * @param content all of it
   */
  record Text(String name, String content) {}

  /** The files beside the documents of an estate in a directory. */
  static CalendarFiles under(Path estateDirectory) {
    return new FilesOnDisk(estateDirectory);
  }

  /** No files: for estates whose calendars are all written inline. */
  static CalendarFiles none() {
    return (_, file) -> {
      throw new IOException("no files are at hand, so \"" + file + "\" can't be read");
    };
  }
}
