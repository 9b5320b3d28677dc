package dev.interlock.facts;

import dev.interlock.finding.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * An input that was brought here from elsewhere. Only what may hold facts need come along; of the
 * rest it is told what matters for the reading.
 *
 * @param path where it lies here, a file or a directory
 * @param others how many files of other kinds its directory holds where it comes from
 * @param unread what could not be read where it comes from; a file with such an entry is not opened
 */
public record LaidInput(Path path, long others, List<Diagnostic> unread) {

  public LaidInput {
    unread = List.copyOf(unread);
  }

  /** One that lies where it belongs. */
  public static LaidInput of(Path path) {
    return new LaidInput(path, 0, List.of());
  }
}
