package dev.interlock.facts;

import dev.interlock.facts.reading.FolderLook;
import dev.interlock.finding.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link FactReader} would open in a directory, to bring it to a reader elsewhere.
 *
 * @param files those that may hold facts, in the order in which they are read
 * @param others how many files of other kinds there are
 * @param unread what could not be visited
 */
public record FoundFiles(List<FoundFile> files, long others, List<Diagnostic> unread) {

  public FoundFiles {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }

  /**
   * A file of a directory.
   *
   * @param path from the directory, with forward slashes
   * @param file where it lies
   * @param packed compressed or encrypted: its name alone is looked at
   */
  public record FoundFile(String path, Path file, boolean packed) {}

  /**
   * Looks.
   *
   * @param name how diagnostics call the directory
   */
  public static FoundFiles in(Path directory, String name) {
    return new FolderLook(name).at(directory);
  }
}
