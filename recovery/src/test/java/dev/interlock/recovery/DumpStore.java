package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.nio.file.Path;
import java.util.List;

/**
 * A store with two backups, of which a test may damage the first.
 *
 * @param files names of attachments that both have, two at least
 */
record DumpStore(Path store, Backup first, Backup second, List<String> files) {

  /** The dump of the database. */
  ChangedFile dump() {
    return part(first, "database.dump");
  }

  ChangedFile dumpOfSecond() {
    return part(second, "database.dump");
  }

  ChangedFile listOfFiles() {
    return part(first, "files.list");
  }

  private ChangedFile part(Backup backup, String name) {
    return stored(StoreLayout.part(backup.environment(), backup.backup(), name));
  }

  ChangedFile attachment() {
    return stored(StoreLayout.FILES + files.get(0));
  }

  ChangedFile otherAttachment() {
    return stored(StoreLayout.FILES + files.get(1));
  }

  private ChangedFile stored(String name) {
    return new ChangedFile(store.resolve(name));
  }
}
