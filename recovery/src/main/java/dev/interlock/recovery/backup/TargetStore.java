package dev.interlock.recovery.backup;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.store.SealedStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where backups go: contents sealed, where there is a key, and manifests open. Who has the store
 * alone can tell what lies in it, though not read it.
 *
 * @param open takes what is not sealed
 * @param sealed takes contents
 * @param fingerprint of the key; null when nothing is sealed
 */
public record TargetStore(BackupStore open, BackupStore sealed, @Nullable String fingerprint) {

  /** A store, and the key that contents are sealed with; null when they are not. */
  public static TargetStore of(BackupStore store, @Nullable SealingKey key) {
    return key == null
        ? new TargetStore(store, store, null)
        : new TargetStore(store, new SealedStore(store, key), key.fingerprint());
  }

  /** Stores the signed manifest of a backup, which makes it one. */
  public void manifest(TakeBackup.Request request, byte[] signed) throws IOException {
    String name = StoreLayout.manifest(request.environment(), request.name());
    open.put(name, new ByteArrayInputStream(signed), request.immutableUntil());
  }
}
