package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An object that was to be stored and lies there already: backups may share it, not replace it. */
public final class SharedObject {

  private SharedObject() {}

  /**
   * Shares it.
   *
   * @param immutableUntil the time for which it is protected, if that is longer; null for none
   * @throws dev.interlock.finding.Fault PROTECTED when it is no object that backups share
   */
  public static StoredObject in(BackupStore store, String name, @Nullable Instant immutableUntil)
      throws IOException {
    if (!StoreLayout.isShared(name)) {
      throw StoreFaults.refused(store.place(), name, "is there already and is never replaced");
    }
    if (immutableUntil != null) {
      store.protect(name, immutableUntil);
    }
    try (InputStream in = store.open(name)) {
      Sha256 digest = new Sha256();
      return new StoredObject(name, digest.updateAll(in), digest.text());
    }
  }
}
