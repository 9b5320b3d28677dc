package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process of its own that drills, says "fetch" and never comes to the end of the dump. */
final class FetchingDrill {

  private FetchingDrill() {}

  /** Drills in a folder. */
  public static void main(String[] args) throws Exception {
    try (SourceOdoo source = SourceOdoo.in(Path.of(args[0]))) {
      Backup backup = source.save(source.storeFolder(), null);
      ReadStore store =
          new ReadStore(
              source.store(),
              name -> {
                if (name.endsWith(TakeBackup.DUMP)) {
                  System.out.println("fetch");
                  new CountDownLatch(1).await();
                }
              });
      new RestoreDrill(store, null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
          .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places()));
    }
  }
}
