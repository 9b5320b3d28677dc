package dev.interlock.recovery.store;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static dev.interlock.recovery.store.BackupStoreContract.names;
import static dev.interlock.recovery.store.BackupStoreContract.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks without room, and disks that can't be written. */
class FullDiskTest {

  @TempDir private Path temp;

  @Test
  void full_disk_is_told_with_its_place_and_leaves_nothing_half_written() throws Exception {
    try (Mounted disk = Mounted.disk(Files.createDirectory(temp.resolve("disk")), "2m")) {
      FolderStore plain = FolderStore.create(disk.at().resolve("s"), InstantSource.system());
      for (BackupStore store : new BackupStore[] {plain, sealed(plain)}) {
        assertFault(
            RecoveryCode.STORE_FAILED,
            () -> put(store, "backups/core/a/database.dump", 3 << 20),
            disk.at().toString(),
            "full",
            "make room");
        assertThat(names(store, "")).isEmpty();
        assertThat(disk.at().resolve("s/.interlock-incoming")).isEmptyDirectory();
        put(store, "backups/core/a/small", 1000);
        assertThat(store.delete("backups/core/a/small")).isTrue();
      }
    }
  }

  @Test
  void disk_that_may_only_be_read_is_told() throws Exception {
    try (Mounted disk = Mounted.disk(Files.createDirectory(temp.resolve("disk")), "2m")) {
      Path folder = disk.at().resolve("s");
      BackupStore store = FolderStore.create(folder, InstantSource.system());
      put(store, "backups/core/a/x", 10);
      disk.makeReadOnly();
      assertFault(RecoveryCode.STORE_FAILED, () -> put(store, "backups/core/a/y", 10), "read-only");
      assertFault(RecoveryCode.STORE_FAILED, () -> store.delete("backups/core/a/x"), "read-only");
      assertThat(
              BackupStoreContract.all(
                  FolderStore.open(folder, InstantSource.system()), "backups/core/a/x"))
          .isEqualTo(random(10));
    }
  }

  private static BackupStore sealed(BackupStore store) {
    return new SealedStore(store, SealingKey.generate());
  }

  private static void put(BackupStore store, String name, int bytes) {
    try {
      store.put(name, new ByteArrayInputStream(random(bytes)), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
