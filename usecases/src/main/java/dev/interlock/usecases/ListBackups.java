package dev.interlock.usecases;

import dev.interlock.estate.Estate;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Lists what a store holds, told by the store and by the keys that the estate trusts. */
public final class ListBackups {

  private final InstantSource clock;

  /** Manifests from later than the clock do not count. */
  public ListBackups(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * All backups, by environment and name.
   *
   * @throws InputRejected when the estate can't be used
   * @throws dev.interlock.finding.Fault when the folder is no store, or can't be read
   */
  public List<StoredBackup> run(Path store, Path estate) {
    Estate trusted = DecideChange.estate(estate).estate();
    return StoredBackup.in(
        RecoveryInputs.store(store, clock), new BackupManifests(trusted, clock.instant())::read);
  }
}
