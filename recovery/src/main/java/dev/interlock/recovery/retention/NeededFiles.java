package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.filestore.FileList;
import dev.interlock.recovery.filestore.FileListReader;
import dev.interlock.recovery.store.SealedStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which shared files backups need. When one of them can't tell, every file may be needed.
 *
 * @param unknown why nobody knows; empty when it is known
 */
record NeededFiles(DigestSet digests, List<String> unknown) {

  /**
   * Reads the lists of backups.
   *
   * @param key that lists are sealed with; null when none was given
   */
  static NeededFiles of(
      BackupStore store, @Nullable SealingKey key, Collection<CataloguedBackup> backups) {
    NeededFiles needed = new NeededFiles(new DigestSet(), new ArrayList<>());
    backups.forEach(backup -> needed.add(store, key, backup));
    return needed;
  }

  /** True when no backup needs a shared file. */
  boolean canGo(String name) {
    String digest = name.substring(name.lastIndexOf('/') + 1);
    return unknown.isEmpty() && digest.matches("[0-9a-f]{40}") && !digests.has(digest);
  }

  private void add(BackupStore store, @Nullable SealingKey key, CataloguedBackup backup) {
    Backup manifest = backup.backup();
    if (manifest == null) {
      unknown.add(backup.id() + " may need any file: " + backup.note());
    } else if (manifest.filestore() != null) {
      String sealedWith = manifest.sealedWith();
      if (sealedWith == null) {
        add(store, backup.id(), manifest.filestore().list());
      } else if (key != null && key.fingerprint().equals(sealedWith)) {
        add(new SealedStore(store, key), backup.id(), manifest.filestore().list());
      } else {
        unknown.add(
            backup.id() + " may need any file: its list is sealed with the key " + sealedWith);
      }
    }
  }

  private void add(BackupStore store, BackupId id, String list) {
    String name = list.startsWith(StoreLayout.BACKUPS) ? list : id.prefix() + list;
    try (FileListReader files = FileList.in(store, name).open()) {
      while (files.hasNext()) {
        digests.add(files.next().sha1());
      }
    } catch (Fault e) {
      unknown.add(id + " may need any file: " + e.getMessage());
    }
  }
}
