package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup of one night, with its database and its files.
 *
 * @param age of the moment that it brings back
 * @param dump bytes of the database
 * @param files bytes of the files
 * @param took how long it took to make
 * @param key what it is sealed with; null where it is not
 * @param lockedUntil when anybody may remove it
 */
record Night(
    Duration age, long dump, long files, Duration took, @Nullable String key, Instant lockedUntil) {

  private static final String DIGEST = "sha256:" + "0".repeat(64);

  /** One as it should be. */
  static Night of(Duration age) {
    Instant locked = WatchedNights.NOW.plus(WatchedNights.DAY.multipliedBy(15));
    return new Night(age, 100, 100, Duration.ofMinutes(5), "key", locked);
  }

  Night withDump(long bytes) {
    return new Night(age, bytes, files, took, key, lockedUntil);
  }

  Night withFiles(long bytes) {
    return new Night(age, dump, bytes, took, key, lockedUntil);
  }

  Night taking(Duration time) {
    return new Night(age, dump, files, time, key, lockedUntil);
  }

  Night unsealed() {
    return new Night(age, dump, files, took, null, lockedUntil);
  }

  Night lockedUntil(Instant until) {
    return new Night(age, dump, files, took, key, until);
  }

  StoredBackup stored() {
    Instant point = WatchedNights.NOW.minus(age);
    String name = "b" + age.toHours();
    Backup backup =
        new Backup(
            WatchedNights.ENVIRONMENT,
            name,
            "pg-dump",
            point,
            point,
            null,
            new Backup.Filestore(1, files, "files.list", List.of()),
            List.of(new Backup.Part("database.dump", dump, DIGEST)),
            key,
            point.plus(took));
    return stored(name, BackupState.FINISHED, backup, lockedUntil);
  }

  /** A backup in some state; it has no manifest where that is null. */
  static StoredBackup stored(
      String name, BackupState state, @Nullable Backup backup, @Nullable Instant until) {
    return new StoredBackup(
        WatchedNights.ENVIRONMENT, name, state, backup, 100, until, "it is cut off");
  }
}
