package dev.interlock.recovery.filestore;

import dev.interlock.recovery.store.FolderStore;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process of its own that copies a filestore, and says how far it is. */
final class KilledCopy {

  private KilledCopy() {}

  public static void main(String[] args) {
    FolderStore store = FolderStore.open(Path.of(args[0]), InstantSource.system());
    FileProgress tells = (done, _) -> System.out.println(done.files());
    new CopyFilestore(store, CopyFilestore.THREADS, tells)
        .copy(Path.of(args[1]), FileList.in(store, Filestores.LIST), null);
  }
}
