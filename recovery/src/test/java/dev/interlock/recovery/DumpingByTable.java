package dev.interlock.recovery;

import dev.interlock.recovery.store.FolderStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A process of its own that dumps a file for each table, says "dumped", and stores none of them.
 */
final class DumpingByTable {

  private DumpingByTable() {}

  /** URL of the database, filestore, store, place. */
  public static void main(String[] args) {
    FolderStore store = FolderStore.open(Path.of(args[2]), InstantSource.system());
    new TakeBackup(store, null, InstantSource.system(), stopping())
        .byTable(Path.of(args[3]))
        .run(
            new TakeBackup.Request(
                SourceOdoo.ENVIRONMENT, "killed", args[0], null, Path.of(args[1]), 2, null, false),
            backup -> backup.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static RecoveryProgress stopping() {
    return new RecoveryProgress() {
      @Override
      public void begins(String stage) {
        if (stage.equals("store")) {
          System.out.println("dumped");
          stand();
        }
      }

      @Override
      public void at(long done, long all) {}
    };
  }

  private static void stand() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
