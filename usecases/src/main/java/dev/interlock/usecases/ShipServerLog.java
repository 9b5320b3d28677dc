package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Environment;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.evidence.Backup;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.ShipLog;
import dev.interlock.recovery.TakeBaseBackup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the archived log of an environment's database server into a store, with signed records.
 */
public final class ShipServerLog {

  private final InstantSource clock;
  private final RecoveryProgress progress;

  /** Records are dated by the clock. */
  public ShipServerLog(InstantSource clock, RecoveryProgress progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What to ship, and where to.
   *
   * @param estate folder of the estate
   * @param environment name of the environment
   * @param source folder that the server archives its log to, or one file of the log
   * @param store folder that backups lie in
   * @param newStore makes the folder a store when it is none yet
   * @param signingKey file of the private key that signs the records
   * @param sealingKey file of the key that files are sealed with; null when they are not
   */
  public record Request(
      Path estate,
      String environment,
      Path source,
      Path store,
      boolean newStore,
      Path signingKey,
      @Nullable Path sealingKey) {}

  /**
   * What was shipped.
   *
   * @param doubts why records do not count, in words; empty when they do
   */
  public record Shipped(ShipLog.Shipped log, String doubts) {}

  /**
   * Ships.
   *
   * @throws InputRejected when the estate, a key or an option can't be used
   * @throws dev.interlock.finding.Fault when nothing could be shipped
   */
  public Shipped run(Request request) {
    LoadedEstate estate = new ReadEstate().require(request.estate());
    Environment environment =
        ReadEstate.environment(estate, request.estate(), request.environment());
    SigningKey key = LedgerFiles.signingKey(request.signingKey());
    SealingKey seal = RecoveryInputs.sealingKey(request.sealingKey());
    if (!Files.exists(request.source())) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          request.source().toString(),
          "there is no such file or folder",
          "the folder that the server archives its log to, or %p in its archive_command");
    }
    BackupStore store =
        request.newStore()
            ? RecoveryInputs.newStore(request.store(), clock)
            : RecoveryInputs.store(request.store(), clock);
    BackupPlan plan = BackupPlans.of(estate.estate(), environment, TakeBaseBackup.METHOD);
    Instant until =
        plan == null || plan.immutableFor() == null
            ? null
            : clock.instant().plus(plan.immutableFor());
    AtomicReference<String> doubts = new AtomicReference<>("");
    Function<Backup, byte[]> signer =
        record -> {
          Envelope signed = new EvidenceSigner().sign(record, key);
          doubts.set(new BackupManifests(estate.estate(), clock.instant()).reason(signed));
          return signed.toJson().toArray();
        };
    ShipLog.Shipped shipped =
        new ShipLog(store, seal, clock, progress)
            .run(
                new ShipLog.Request(request.environment(), request.source(), until),
                record -> new BackupManifests(estate.estate(), clock.instant()).read(record),
                signer);
    return new Shipped(shipped, doubts.get());
  }
}
