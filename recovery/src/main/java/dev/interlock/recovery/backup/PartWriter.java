package dev.interlock.recovery.backup;

import dev.interlock.evidence.Backup.Part;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.TakeBackup;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Stores parts of a backup, and keeps what the manifest must say of each. Several threads may store
 * at a time.
 */
public final class PartWriter {

  private final BackupStore store;
  private final TakeBackup.Request request;
  private final List<Part> parts = Collections.synchronizedList(new ArrayList<>());

  /** Into a store that seals when it must. */
  public PartWriter(BackupStore store, TakeBackup.Request request) {
    this.store = store;
    this.request = request;
  }

  /**
   * Stores one and closes what it is read from.
   *
   * @param name within the backup
   * @return its name in the store
   */
  public String put(String name, InputStream content) throws IOException {
    String full = StoreLayout.part(request.environment(), request.name(), name);
    try (content) {
      StoredObject stored = store.put(full, content, request.immutableUntil());
      parts.add(new Part(stored.name(), stored.bytes(), stored.digest()));
      return full;
    }
  }

  /** All that were stored, in the order in which they were. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }
}
