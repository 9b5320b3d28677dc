package dev.interlock.recovery.retention;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.StoreLayout;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A walk over the shared files of a store. */
record Sweep(BackupStore store, Instant now) {

  /** Hands on each file that nobody needs and that may go: how many there were, and their size. */
  long[] unneeded(NeededFiles needed, Consumer<String> action) {
    long files = 0;
    long bytes = 0;
    try (Stream<Listed> objects = store.list(StoreLayout.FILES)) {
      Iterator<Listed> all = objects.iterator();
      while (needed.unknown().isEmpty() && all.hasNext()) {
        Listed file = all.next();
        if (needed.canGo(file.name()) && mayGo(file)) {
          action.accept(file.name());
          files++;
          bytes += file.bytes();
        }
      }
    }
    return new long[] {files, bytes};
  }

  private boolean mayGo(Listed file) {
    Instant until = file.immutableUntil();
    return until == null || !until.isAfter(now);
  }
}
