package dev.interlock.usecases;

import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds that a store keeps by itself, such as the legal holds of Azure: nobody gets around them who
 * deletes without Interlock. They lie on what a backup has alone; files and log that others need
 * too are held by the record.
 */
record OwnHolds(BackupStore store) {

  /** Sets them; the first refusal is told, as the others would be the same. */
  List<String> set(List<BackupId> backups) {
    return backups.stream()
        .flatMap(it -> names(it).stream())
        .map(store::hold)
        .flatMap(Optional::stream)
        .limit(1)
        .map(why -> "held by its record alone: " + why)
        .toList();
  }

  /**
   * Ends them.
   *
   * @throws dev.interlock.finding.Fault STORE_FAILED when one can't be ended
   */
  void letGo(BackupId backup) {
    names(backup).forEach(store::letGo);
  }

  private List<String> names(BackupId backup) {
    try (Stream<Listed> objects = store.list(backup.prefix())) {
      return objects.map(Listed::name).toList();
    }
  }
}
