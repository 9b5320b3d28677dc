package dev.interlock.recovery;

import dev.interlock.recovery.store.FolderStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** A process of its own that makes a backup, and says "counting" when it does, for very long. */
final class SlowlyCounting {

  private SlowlyCounting() {}

  /** Method, URL of the database, filestore, store, data directory, archive. */
  public static void main(String[] args) {
    FolderStore store = FolderStore.open(Path.of(args[3]), InstantSource.system());
    TakeBackup.Request request =
        new TakeBackup.Request(
            SourceOdoo.ENVIRONMENT,
            "killed-" + args[0],
            args[1],
            null,
            Path.of(args[2]),
            2,
            null,
            false);
    if (args[0].equals(TakeBackup.METHOD)) {
      new TakeBackup(store, null, InstantSource.system(), stopping())
          .run(request, SlowlyCounting::unsigned);
    } else {
      new TakeBaseBackup(store, null, InstantSource.system(), stopping())
          .run(
              request,
              new TakeBaseBackup.Server(Path.of(args[4]), Path.of(args[5])),
              _ -> Optional.empty(),
              SlowlyCounting::unsigned);
    }
  }

  private static byte[] unsigned(Object backup) {
    return backup.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whoever reads tables stands still after the first piece, in the middle of its transaction. */
  private static RecoveryProgress stopping() {
    return new RecoveryProgress() {
      private String stage = "";

      @Override
      public void begins(String next) {
        stage = next;
      }

      @Override
      public void at(long done, long all) {
        if (stage.equals("tables")) {
          System.out.println("counting");
          stand();
        }
      }
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
