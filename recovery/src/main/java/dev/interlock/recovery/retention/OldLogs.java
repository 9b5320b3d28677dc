package dev.interlock.recovery.retention;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the logs in a store is older than anything that a base backup needs. Histories of
 * timelines, and what has another name than a file of a log, stay.
 */
final class OldLogs {

  private static final String RECORD = ".dsse.json";

  private final BackupStore store;
  private final Instant now;
  private final Predicate<String> environments;

  /**
   * Looks after a store.
   *
   * @param environments those whose log may go at all
   */
  OldLogs(BackupStore store, Instant now, Predicate<String> environments) {
    this.store = store;
    this.now = now;
    this.environments = environments;
  }

  /** A file of a log, or the record of one. */
  private record LogObject(Listed listed, String environment, String system, String file) {

    static Optional<LogObject> of(Listed listed) {
      String[] words = listed.name().split("/");
      if (words.length != 5) {
        return Optional.empty();
      }
      String file = words[4];
      boolean record = words[3].equals("records") && file.endsWith(RECORD);
      return record || words[3].equals("files")
          ? Optional.of(
              new LogObject(
                  listed,
                  words[1],
                  words[2],
                  record ? file.substring(0, file.length() - RECORD.length()) : file))
          : Optional.empty();
    }

    boolean isRecord() {
      return listed.name().endsWith(RECORD);
    }
  }

  /** What would go; nothing does. */
  List<OldLog> find(NeededLog needed) {
    Map<String, OldLog> logs = new TreeMap<>();
    old(needed).stream()
        .filter(it -> !it.isRecord())
        .forEach(it ->
            logs.merge(it.environment() + "/" + it.system(), counted(it, needed), OldLogs::plus));
    return List.copyOf(logs.values());
  }

  private static OldLog counted(LogObject it, NeededLog needed) {
    String before = needed.first(it.environment(), it.system()).orElseThrow().name();
    return new OldLog(it.environment(), it.system(), before, 1, it.listed().bytes());
  }

  private static OldLog plus(OldLog one, OldLog other) {
    return new OldLog(
        one.environment(),
        one.system(),
        one.before(),
        one.files() + other.files(),
        one.bytes() + other.bytes());
  }

  /**
   * Removes it: the oldest first, each file before its record, so that whoever is stopped leaves
   * nothing that looks like a gap to anybody.
   */
  void remove(NeededLog needed) {
    old(needed).forEach(it -> store.delete(it.listed().name()));
  }

  private List<LogObject> old(NeededLog needed) {
    List<LogObject> old = new ArrayList<>();
    try (Stream<Listed> objects = store.list(StoreLayout.LOGS)) {
      objects
          .flatMap(it -> LogObject.of(it).stream())
          .filter(it -> environments.test(it.environment()))
          .filter(it -> mayGo(it.listed().immutableUntil()) && isOld(it, needed))
          .forEach(old::add);
    }
    return old;
  }

  private static boolean isOld(LogObject it, NeededLog needed) {
    WalSegment first = needed.first(it.environment(), it.system()).orElse(null);
    return first != null
        && WalSegment.named(it.file(), first.bytes())
            .filter(file -> file.number() < first.number() && file.timeline() <= first.timeline())
            .isPresent();
  }

  private boolean mayGo(@Nullable Instant until) {
    return until == null || !until.isAfter(now);
  }
}
