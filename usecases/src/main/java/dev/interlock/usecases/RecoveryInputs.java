package dev.interlock.usecases;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is named on a command line for a backup or a drill; what can't be used is bad input. */
final class RecoveryInputs {

  private RecoveryInputs() {}

  /** The store in a folder, a bucket of S3 or a container of Azure. */
  static BackupStore store(Path place, InstantSource clock) {
    return StoreAddress.of(place)
        .map(address -> address.open(clock))
        .orElseGet(() -> input(place, () -> StoredBackup.folder(place, clock)));
  }

  /** The same, and makes it one when it is none yet. */
  static BackupStore newStore(Path place, InstantSource clock) {
    return StoreAddress.of(place)
        .map(address -> address.create(clock))
        .orElseGet(() -> input(place, () -> StoredBackup.newFolder(place, clock)));
  }

  /** What whoever drills out of a store must know, in words; empty when nothing. */
  static List<String> unprotected(BackupStore store) {
    try (BackupStore.Lease lease = store.lease(BackupStore.Access.TOGETHER)) {
      return lease.protects()
          ? List.of()
          : List.of(
              store.place()
                  + " may only be read: nothing keeps others from removing the backup meanwhile");
    }
  }

  /** The key in a file; null when none is named. */
  static @Nullable SealingKey sealingKey(@Nullable Path file) {
    return file == null ? null : input(file, () -> SealingKey.read(file));
  }

  private static <T> T input(Path named, Supplier<T> used) {
    try {
      return used.get();
    } catch (Fault e) {
      String message = String.valueOf(e.getMessage());
      String prefix = named + ": ";
      throw new InputRejected(
          e.code(),
          named.toString(),
          message.startsWith(prefix) ? message.substring(prefix.length()) : message,
          null);
    }
  }
}
