package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Environment;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.TakeBackup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a backup of an environment's Odoo, with a signed manifest. */
public final class RunBackup {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final RecoveryProgress progress;

  /** Backups are named after the clock. */
  public RunBackup(InstantSource clock, RecoveryProgress progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What to back up, and where to.
   *
   * @param estate folder of the estate
   * @param environment name of the environment
   * @param database its URL
   * @param passwordFile holds the password in its first line; null when the URL has it, or none is
   *     needed
   * @param filestore folder of this database's files
   * @param store folder that backups lie in
   * @param newStore makes the folder a store when it is none yet
   * @param signingKey file of the private key that signs the manifest
   * @param sealingKey file of the key that it is sealed with; null when it is not
   * @param jobs so much is done at the same time
   * @param canary true to plant a row and a file into the running system first
   */
  public record Request(
      Path estate,
      String environment,
      String database,
      @Nullable Path passwordFile,
      Path filestore,
      Path store,
      boolean newStore,
      Path signingKey,
      @Nullable Path sealingKey,
      int jobs,
      boolean canary) {}

  /**
   * What was made.
   *
   * @param taken the backup
   * @param doubts why it does not count, in words; empty when it does
   */
  public record Made(TakeBackup.Taken taken, String doubts) {}

  /**
   * Makes it.
   *
   * @throws InputRejected when the estate, a key or an option can't be used
   * @throws dev.interlock.finding.Fault when it could not be made
   */
  public Made run(Request request) {
    LoadedEstate estate = new ReadEstate().require(request.estate());
    Environment environment =
        ReadEstate.environment(estate, request.estate(), request.environment());
    SigningKey key =
        LedgerFiles.reading(request.signingKey(), file -> SigningKey.parse(Files.readString(file)));
    SealingKey seal = RecoveryInputs.sealingKey(request.sealingKey());
    requireAddress(request.database());
    Instant now = clock.instant();
    BackupPlan plan = BackupPlans.of(estate.estate(), environment, TakeBackup.METHOD);
    var taken =
        new TakeBackup.Request(
            request.environment(),
            NAME.format(now),
            request.database(),
            password(request.passwordFile()),
            request.filestore(),
            request.jobs(),
            plan == null || plan.immutableFor() == null ? null : now.plus(plan.immutableFor()),
            request.canary());
    AtomicReference<String> doubts = new AtomicReference<>("");
    TakeBackup.Taken made =
        taken(
            new TakeBackup(store(request), seal, clock, progress),
            taken,
            backup -> {
              Envelope signed = new EvidenceSigner().sign(backup, key);
              doubts.set(new BackupManifests(estate.estate(), clock.instant()).reason(signed));
              return signed.toJson().toArray();
            });
    return new Made(made, doubts.get());
  }

  /** A database that is no Odoo is most likely another than was meant. */
  private static TakeBackup.Taken taken(
      TakeBackup taking, TakeBackup.Request request, Function<Backup, byte[]> signer) {
    try {
      return taking.run(request, signer);
    } catch (Fault e) {
      if (e.code().equals(RecoveryCode.NO_ODOO.code())) {
        throw new InputRejected(
            e.code(), "--database", String.valueOf(e.getMessage()), "is this the database meant?");
      }
      throw e;
    }
  }

  private static void requireAddress(String database) {
    if (!TakeBackup.isAddress(database)) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "--database",
          "this is no address of a database",
          "such as postgresql://user@host:5432/name");
    }
  }

  private BackupStore store(Request request) {
    return request.newStore()
        ? RecoveryInputs.newStore(request.store(), clock)
        : RecoveryInputs.store(request.store(), clock);
  }

  /** The first line of a file; null when none was given. */
  static @Nullable String password(@Nullable Path file) {
    return file == null
        ? null
        : LedgerFiles.reading(file, it -> Files.readString(it).lines().findFirst().orElse(""));
  }
}
