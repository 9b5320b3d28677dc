package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.FirstFew;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that lies in a store for one backup. */
final class BackupObjects {

  private static final int LARGEST_MANIFEST = 64 << 20;

  private final BackupId id;
  private final Map<String, Long> sizes = new HashMap<>();
  private @Nullable Instant immutableUntil;
  private @Nullable String digest;

  BackupObjects(BackupId id) {
    this.id = id;
  }

  BackupId id() {
    return id;
  }

  void add(Listed object) {
    sizes.put(object.name(), object.bytes());
    Instant until = object.immutableUntil();
    if (until != null && (immutableUntil == null || until.isAfter(immutableUntil))) {
      immutableUntil = until;
    }
  }

  /**
   * What that makes of the backup.
   *
   * @throws Fault STORE_FAILED when the store fails: that says nothing about the backup
   */
  CataloguedBackup judge(BackupStore store, Function<byte[], Optional<Backup>> reader) {
    if (!sizes.containsKey(manifest())) {
      return as(BackupState.UNFINISHED, null, "it has no manifest");
    }
    try {
      byte[] manifest = read(store);
      Sha256 sum = new Sha256();
      sum.update(manifest, manifest.length);
      digest = sum.text();
      return reader
          .apply(manifest)
          .map(this::judge)
          .orElseGet(() ->
              as(BackupState.UNREADABLE, null, "its manifest says nothing that may be trusted"));
    } catch (Fault e) {
      if (!RecoveryCode.isOfBackup(e)) {
        throw e;
      }
      return as(BackupState.UNREADABLE, null, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return as(BackupState.UNREADABLE, null, "its manifest can't be read: " + e.getMessage());
    }
  }

  private String manifest() {
    return id.prefix() + StoreLayout.MANIFEST;
  }

  private byte[] read(BackupStore store) throws IOException {
    try (InputStream in = store.open(manifest())) {
      byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
      if (bytes.length > LARGEST_MANIFEST) {
        throw new IOException("it is larger than 64 MB");
      }
      return bytes;
    }
  }

  private CataloguedBackup judge(Backup backup) {
    if (!new BackupId(backup.environment(), backup.backup()).equals(id)) {
      String other = backup.environment() + "/" + backup.backup();
      return as(BackupState.UNREADABLE, null, "its manifest is that of " + other);
    }
    List<String> wrong =
        backup.parts().stream()
            .filter(part -> sizes.getOrDefault(part.name(), -1L) != part.bytes())
            .map(Backup.Part::name)
            .toList();
    return wrong.isEmpty()
        ? as(BackupState.FINISHED, backup, "")
        : as(
            BackupState.DAMAGED, backup, "missing or of another size: " + FirstFew.of(wrong, ", "));
  }

  private CataloguedBackup as(BackupState state, @Nullable Backup backup, String note) {
    long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
    return new CataloguedBackup(
        id, state, backup, digest, sizes.size(), bytes, immutableUntil, note);
  }
}
