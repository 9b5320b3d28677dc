package dev.interlock.usecases;

import dev.interlock.estate.Estate;
import dev.interlock.recovery.BackupStore;
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
   * What a store holds.
   *
   * @param backups by environment and name
   * @param told what of the records of holds does not count, and why
   * @param inUse somebody uses the store, or nobody can tell: what is unfinished may be being made
   */
  public record Listing(List<StoredBackup> backups, List<String> told, boolean inUse) {
    public Listing {
      backups = List.copyOf(backups);
      told = List.copyOf(told);
    }
  }

  /**
   * All backups, by environment and name.
   *
   * @throws InputRejected when the estate can't be used
   * @throws dev.interlock.finding.Fault when the folder is no store, or can't be read
   */
  public Listing run(Path store, Path estate) {
    Estate trusted = DecideChange.estate(estate).estate();
    BackupStore opened = RecoveryInputs.store(store, clock);
    boolean inUse = opened.inUse();
    BackupManifests manifests = new BackupManifests(trusted, clock.instant());
    BackupHolds holds = BackupHolds.of(opened, trusted, clock.instant());
    return new Listing(StoredBackup.in(opened, manifests::read, holds::of), holds.told(), inUse);
  }
}
