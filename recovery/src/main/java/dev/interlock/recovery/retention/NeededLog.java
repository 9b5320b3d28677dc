package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From where on base backups need the log of their server: all that follows on the oldest of them,
 * whichever course of history it is of. A log is needed whole while a backup of its environment
 * can't be read, and when no backup in the store speaks of it.
 */
final class NeededLog {

  private final Map<String, WalSegment> first = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();

  /** The needs of these backups, which stay. */
  static NeededLog of(Collection<CataloguedBackup> backups) {
    NeededLog needed = new NeededLog();
    backups.forEach(needed::add);
    return needed;
  }

  private void add(CataloguedBackup backup) {
    Backup manifest = backup.backup();
    if (manifest == null) {
      if (backup.state() != BackupState.UNFINISHED) {
        unclear.add(backup.id().environment());
      }
    } else if (manifest.log() != null) {
      add(manifest.environment(), manifest.log());
    }
  }

  private void add(String environment, Log log) {
    String name = log.first();
    Optional<WalSegment> own =
        name == null ? Optional.empty() : WalSegment.named(name, log.segmentBytes());
    if (own.isEmpty()) {
      unclear.add(environment);
    } else {
      first.merge(key(environment, log.system()), own.get(), NeededLog::older);
    }
  }

  private static WalSegment older(WalSegment one, WalSegment other) {
    if (one.bytes() != other.bytes()) {
      throw new IllegalStateException("one server's log in files of two sizes");
    }
    return new WalSegment(
        Math.min(one.timeline(), other.timeline()),
        Math.min(one.number(), other.number()),
        one.bytes());
  }

  /**
   * The oldest place and the oldest course of history that are needed; empty when all of the log
   * may be. A file of a newer course stays: it may be all that tells that there is one.
   */
  Optional<WalSegment> first(String environment, String system) {
    return unclear.contains(environment)
        ? Optional.empty()
        : Optional.ofNullable(first.get(key(environment, system)));
  }

  /** The same, but only where something was planned to go, and nothing that was not planned. */
  NeededLog orBefore(List<OldLog> planned) {
    NeededLog less = new NeededLog();
    less.unclear.addAll(unclear);
    for (OldLog log : planned) {
      WalSegment own = first.get(key(log.environment(), log.system()));
      if (own != null) {
        WalSegment.named(log.before(), own.bytes())
            .ifPresent(it -> less.first.put(key(log.environment(), log.system()), older(own, it)));
      }
    }
    return less;
  }

  private static String key(String environment, String system) {
    return environment + "/" + system;
  }
}
