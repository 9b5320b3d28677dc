package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.recovery.store.FolderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A store with a base backup and its log, which a test may damage.
 *
 * @param files names of the files of the log from the base on, in order, without the history
 */
record LogStore(Path store, Backup base, List<String> files) {

  private static final int NAME_CHARS = 24;
  private static final int TIMELINE_CHARS = 8;

  /** A copy of a store, where nothing is yet. */
  static LogStore copy(Path from, Path to, Backup base) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return new LogStore(to, base, files(to, base));
  }

  private static List<String> files(Path store, Backup base) {
    Log log = Objects.requireNonNull(base.log());
    String first = withoutTimeline(Objects.requireNonNull(log.first()));
    String prefix = StoreLayout.log(base.environment(), log.system()) + "files/";
    try (var listed = FolderStore.open(store, InstantSource.system()).list(prefix)) {
      return listed
          .map(it -> it.name().substring(prefix.length()))
          .filter(it -> it.length() == NAME_CHARS)
          .filter(it -> withoutTimeline(it).compareTo(first) >= 0)
          .sorted(Comparator.comparing(LogStore::withoutTimeline))
          .toList();
    }
  }

  static String withoutTimeline(String file) {
    return file.substring(TIMELINE_CHARS);
  }

  ChangedFile file(String name) {
    return stored(StoreLayout.logFile(base.environment(), log().system(), name));
  }

  ChangedFile record(String name) {
    return stored(StoreLayout.logRecord(base.environment(), log().system(), name));
  }

  ChangedFile part() {
    return stored(StoreLayout.part(base.environment(), base.backup(), TakeBaseBackup.COPY));
  }

  private ChangedFile stored(String name) {
    return new ChangedFile(store.resolve(name));
  }

  String first() {
    return Objects.requireNonNull(log().first());
  }

  /** The last one without which the base is not whole. */
  String lastNeeded() {
    return Objects.requireNonNull(log().last());
  }

  String middle() {
    return files.get(files.size() / 2);
  }

  String last() {
    return files.getLast();
  }

  private Log log() {
    return Objects.requireNonNull(base.log());
  }
}
