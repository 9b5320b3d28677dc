package dev.interlock.recovery.drill;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.filestore.Crew;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The dump of a backup where pg_restore can read it in several places at once: a file, or a folder
 * with a file for each table. What lies on this machine as it is, is not copied.
 */
final class FetchedDump {

  private final BackupStore store;
  private final Backup backup;
  private final Path folder;
  private final int jobs;

  /**
   * Fetches nothing yet.
   *
   * @param store is open: what it gives is no longer sealed
   * @param folder the dump goes into it
   * @param jobs so many files at a time
   */
  FetchedDump(BackupStore store, Backup backup, Path folder, int jobs) {
    this.store = store;
    this.backup = backup;
    this.folder = folder;
    this.jobs = jobs;
  }

  /**
   * Fetches it.
   *
   * @throws dev.interlock.finding.Fault BACKUP_DAMAGED when something of it is not there,
   *     PLACE_FAILED when it can't be written
   */
  Path fetch() {
    String files = part(StoreLayout.DUMP_FOLDER);
    List<String> names =
        backup.parts().stream().map(Part::name).filter(it -> it.startsWith(files)).toList();
    return names.isEmpty() ? file(part(TakeBackup.DUMP)) : folder(names);
  }

  private String part(String name) {
    return StoreLayout.BACKUPS + backup.environment() + "/" + backup.backup() + "/" + name;
  }

  private Path file(String name) {
    return store.file(name).orElseGet(() -> copied(name, folder.resolve(TakeBackup.DUMP)));
  }

  /** Only files that the manifest names: pg_restore prefers others, if they lie there. */
  private Path folder(List<String> names) {
    Path dump = folder.resolve("dump");
    try {
      Files.createDirectory(dump);
    } catch (IOException e) {
      throw PlaceOfDrill.failed("cannot make " + dump + ": " + e.getMessage(), e);
    }
    Crew.work(jobs, names.iterator(), () -> name -> bring(name, dump));
    return dump;
  }

  private void bring(String name, Path dump) {
    Path to = dump.resolve(name.substring(name.lastIndexOf('/') + 1));
    Optional<Path> lying = store.file(name);
    if (lying.isEmpty()) {
      copied(name, to);
      return;
    }
    try {
      Files.createSymbolicLink(to, lying.get());
    } catch (IOException e) {
      throw PlaceOfDrill.failed("cannot make " + to + ": " + e.getMessage(), e);
    }
  }

  private Path copied(String name, Path to) {
    try (InputStream in = store.open(name)) {
      Files.copy(in, to);
      return to;
    } catch (IOException e) {
      throw PlaceOfDrill.failed("cannot fetch " + name + " to " + to + ": " + e.getMessage(), e);
    }
  }
}
