package dev.interlock.recovery.filestore;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.store.StoreFaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The list of the files of attachments that a backup speaks of: a line for each, {@code xx/SHA-1
 * BYTES}, sorted by name, and a last line {@code total FILES BYTES}, without which it is cut off.
 * It may be longer than memory: it is read as often as it is asked for.
 */
public final class FileList {

  private final String place;
  private final Source source;

  private FileList(String place, Source source) {
    this.place = place;
    this.source = source;
  }

  /** The list in a file. */
  public static FileList at(Path file) {
    return new FileList(file.toString(), () -> Files.newInputStream(file));
  }

  /** The list in a store. */
  public static FileList in(BackupStore store, String name) {
    return new FileList(store.place() + "/" + name, () -> store.open(name));
  }

  /** Reads it file by file; a line that is wrong ends in a fault BACKUP_DAMAGED. */
  public FileListReader open() {
    try {
      return new FileListReader(place, source.open());
    } catch (IOException e) {
      throw StoreFaults.store(place, "read", e);
    }
  }

  /** Reads all of it, which tells that it is whole, and adds up. */
  public FileTotals totals() {
    try (FileListReader reader = open()) {
      FileTotals totals = FileTotals.NONE;
      while (reader.hasNext()) {
        totals = totals.plus(reader.next().bytes());
      }
      return totals;
    }
  }

  /** From where it is read. */
  private interface Source {
    InputStream open() throws IOException;
  }
}
