package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process of its own that puts objects until it is killed, and says which are stored. */
final class KilledPut {

  /** Shows that a line was printed as a whole. */
  static final String END = ";";

  private KilledPut() {}

  public static void main(String[] args) throws Exception {
    BackupStore store = FolderStore.open(Path.of(args[0]), InstantSource.system());
    store.lease(Access.TOGETHER);
    for (int i = 0; ; i++) {
      byte[] content = BackupStoreContract.random(50_000 + i);
      store.put(
          "backups/core/killed/" + args[1] + "-" + i, new ByteArrayInputStream(content), null);
      System.out.println(i + END);
    }
  }
}
