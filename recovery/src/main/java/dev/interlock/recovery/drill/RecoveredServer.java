package dev.interlock.recovery.drill;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.filestore.RestoredFiles;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.RestoredCluster;
import dev.interlock.recovery.postgres.drill.RestoredCluster.Recovered;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.postgres.physical.WalScan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A copied server in the folder of a drill, whoever copied it: it recovers from the log that lies
 * there, and tells how far it came.
 */
final class RecoveredServer {

  private final RestoredCluster cluster;
  private final DrillFolder folder;
  private final Instant whole;
  private final @Nullable Instant target;
  private @Nullable Recovered recovered;
  private @Nullable PostgresAddress address;

  /**
   * Nothing is recovered yet.
   *
   * @param whole from when on the copy is whole
   * @param target the asked moment; null for the end of the log
   */
  RecoveredServer(
      RestoredCluster cluster, DrillFolder folder, Instant whole, @Nullable Instant target) {
    this.cluster = cluster;
    this.folder = folder;
    this.whole = whole;
    this.target = target;
  }

  /**
   * Recovers it.
   *
   * @param progress is told how many files of the log are behind
   * @param read what was read in the log without a server
   * @param database the one that is proven
   * @throws Fault RESTORE_FAILED when it does not recover, or without that database
   */
  void recover(
      Stages stages,
      RecoveryProgress progress,
      WalChain chain,
      WalScan read,
      String database,
      Consumer<Checked> keep) {
    Recovered made = stages.run("recover", () -> recover(chain.timeline(), progress));
    recovered = made;
    address = made.database(database);
    keep.accept(Checked.pass(Restoring.CHECK, "the server came back without an error", Map.of()));
    keep.accept(ReachesNobody.place(made.cluster().isolation()));
    keep.accept(new RecoveredPoint(whole, target, chain, read).check(made));
  }

  private Recovered recover(long timeline, RecoveryProgress progress) {
    try {
      return cluster.recover(target, timeline, progress::at);
    } catch (Fault e) {
      throw PlaceOfDrill.blamedByWords(e);
    }
  }

  /** The moment that it came to. */
  Instant point() {
    if (target != null) {
      return target;
    }
    Instant last = requireNonNull(recovered).lastTransaction();
    return last == null || last.isBefore(whole) ? whole : last;
  }

  /** The database that is proven. */
  PostgresAddress address() {
    return requireNonNull(address);
  }

  /**
   * The same as an Odoo.
   *
   * @param files that came back with it; null for none
   * @param backup that it is a copy of
   */
  RestoredOdoo odoo(@Nullable RestoredFiles files, Backup backup) {
    return new RestoredOdoo(
        address().dataSource(), files == null ? null : files.folder(), backup.broughtTo(point()));
  }

  /** As {@link Restoration#requireAlive}. */
  void requireAlive(List<Checked> asked) {
    PlaceOfDrill.requireAlive(address(), new ServerLog(folder.log()));
    PlaceOfDrill.requireInnocent(asked);
  }
}
