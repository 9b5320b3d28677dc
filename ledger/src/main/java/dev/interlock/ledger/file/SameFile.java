package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a path still leads to the file that was opened. A file that was moved, removed or
 * replaced meanwhile still takes what is written, but nobody would find it there.
 */
final class SameFile {

  private final Path path;
  private final @Nullable Object opened;

  private SameFile(Path path, @Nullable Object opened) {
    this.path = path;
    this.opened = opened;
  }

  /** Remembers the file that the path leads to now. */
  static SameFile of(Path path) throws IOException {
    return new SameFile(path, key(path));
  }

  /**
   * Does nothing while it is the same file.
   *
   * @throws LedgerException NOT_A_FILE when a directory, pipe or device stands there;
   *     STORAGE_FAILED when nothing or another file does
   */
  void require() {
    RegularFile.require(path);
    try {
      if (Files.exists(path) && Objects.equals(opened, key(path))) {
        return;
      }
    } catch (IOException e) {
      throw StorageErrors.of(path, "look at", e);
    }
    throw new LedgerException(
        LedgerError.STORAGE_FAILED,
        path
            + ": the file was removed or replaced while the ledger was open; nothing was appended;"
            + " put it back, or open the ledger again");
  }

  /** The identity of a file; null where the file system has none. */
  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }
}
