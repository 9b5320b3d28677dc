package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Refuses what only looks like a file: opening a pipe waits for ever, a device keeps nothing. */
public final class RegularFile {

  private RegularFile() {}

  /**
   * Does nothing for a regular file, a link to one, or no file at all.
   *
   * @throws LedgerException NOT_A_FILE otherwise
   */
  public static void require(Path file) {
    if (Files.isRegularFile(file)) {
      return;
    }
    if (Files.exists(file)) {
      String what = Files.isDirectory(file) ? "a directory" : "a pipe, device or socket";
      throw refused(file, "this is " + what);
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(file, "this is a link that leads nowhere");
    }
  }

  private static LedgerException refused(Path file, String what) {
    return new LedgerException(
        LedgerError.NOT_A_FILE, file + ": " + what + "; expected a regular file");
  }
}
