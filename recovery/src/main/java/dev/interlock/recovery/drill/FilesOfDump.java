package dev.interlock.recovery.drill;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.filestore.FileList;
import dev.interlock.recovery.filestore.RestoreFilestore;
import dev.interlock.recovery.filestore.RestoredFiles;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import org.jspecify.annotations.Nullable;

/**
 * The files of a backup that has a dump. They come back beside the database, and may begin as soon
 * as their list is known to be the one that was stored: each is compared with its line there.
 */
final class FilesOfDump {

  private final BackupStore store;
  private final DrillFolder folder;
  private final Backup backup;
  private final PartProgress told;
  private @Nullable Meanwhile<@Nullable RestoredFiles> coming;

  /** None come back yet. */
  FilesOfDump(BackupStore store, DrillFolder folder, Backup backup, PartProgress told) {
    this.store = store;
    this.folder = folder;
    this.backup = backup;
    this.told = told;
  }

  /** Name of the part that lists them. */
  String list() {
    return StoreLayout.part(backup.environment(), backup.backup(), StoreLayout.FILE_LIST);
  }

  /** Lets them come back from now on; the second time does nothing. */
  void begin() {
    if (coming == null) {
      coming = Meanwhile.start("files", this::restored);
    }
  }

  /**
   * Waits until all are back.
   *
   * @return null when the backup has none
   * @throws Fault when they could not be brought back; PLACE_FAILED when nobody could write them
   */
  @Nullable RestoredFiles result() {
    try {
      return requireNonNull(coming).result();
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e);
    }
  }

  /** Begins to stop. */
  void interrupt() {
    if (coming != null) {
      coming.interrupt();
    }
  }

  /** No more come back when this returns, and nobody asks for those that did. */
  void stop() {
    if (coming != null) {
      coming.stop();
    }
  }

  private @Nullable RestoredFiles restored() {
    Content content = backup.database();
    if (content == null || backup.filestore() == null) {
      told.at(0, 0);
      return null;
    }
    // The dump is read and comes back at the same time, and everybody waits for it. It needs disk
    // and processors more, and writers in one folder wait for each other.
    int readers = Math.max(1, store.readers() / 4);
    RestoredFiles back =
        new RestoreFilestore(store, readers, (done, all) -> told.at(done.bytes(), all.bytes()))
            .restore(
                FileList.in(store, list()), folder.path().resolve("filestore"), content.name());
    told.at(1, 1);
    return back;
  }
}
