package dev.interlock.usecases;

import dev.interlock.changes.Change;
import dev.interlock.changes.RegisteredChange;

/** What the newest version of a registered change says. */
public final class ReadRegistered {

  private final ChangeBook book;

  /** Reads from this book. */
  public ReadRegistered(ChangeBook book) {
    this.book = book;
  }

  /**
   * Reads.
   *
   * @throws InputRejected when the change can't be used with the estate any more
   */
  public Change run(RegisteredChange change, EstateInForce estate) {
    try (FiledFiles files = FiledFiles.of(book, change.version())) {
      return files.read(estate.loaded().estate()).request().change();
    }
  }
}
