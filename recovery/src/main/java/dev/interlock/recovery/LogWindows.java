package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.recovery.log.StoredLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From when to when backups of a store can be brought back; each log in it is read once. */
public final class LogWindows {

  private final BackupStore store;
  private final Function<byte[], Optional<Backup>> reader;
  private final Map<String, StoredLog> logs = new HashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param reader what a record says; empty when it can't be read or its signature does not count
   */
  public LogWindows(BackupStore store, Function<byte[], Optional<Backup>> reader) {
    this.store = store;
    this.reader = reader;
  }

  /** Null for a backup that needs no log, such as a dump. */
  public @Nullable LogWindow of(Backup backup) {
    Log log = backup.log();
    if (log == null || log.first() == null || log.last() == null) {
      return null;
    }
    return LogWindow.of(backup, log, log(backup.environment(), log.system()));
  }

  /** What the store has of a server's log. */
  StoredLog log(String environment, String system) {
    return logs.computeIfAbsent(
        environment + "/" + system, _ -> StoredLog.of(store, environment, system, reader));
  }
}
