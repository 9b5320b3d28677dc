package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Refuses what only looks like a file: opening a pipe waits for ever, a device keeps nothing. */
public final class RegularFile {

  private RegularFile() {}

  /**
   * Does nothing for a regular file, a link to one, or no file at all.
   *
   * @throws LedgerException NOT_A_FILE otherwise
   */
  public static void require(Path file) {
    BasicFileAttributes what = attributes(file);
    if (what != null && !what.isRegularFile()) {
      throw refused(
          file, "this is " + (what.isDirectory() ? "a directory" : "a pipe, device or socket"));
    }
    if (what == null && Files.isSymbolicLink(file)) {
      throw refused(file, "this is a link that leads nowhere");
    }
  }

  /** Asked once: somebody else may make the file between two questions. */
  private static @Nullable BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException _) {
      return null;
    }
  }

  private static LedgerException refused(Path file, String what) {
    return new LedgerException(
        LedgerError.NOT_A_FILE, file + ": " + what + "; expected a regular file");
  }
}
