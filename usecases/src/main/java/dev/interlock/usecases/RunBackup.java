package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.DumpFormat;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.SurroundingSources;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.TakeBaseBackup;
import dev.interlock.recovery.TakeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
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
   * @param method how the database is copied, {@code pg-dump} or {@code base-backup-and-wal}; or
   *     {@code file-copy} for its files alone
   * @param dumpFormat how a dump is written; null when nobody said, and for what is no dump
   * @param place folder in which a dump in directory format lies until it is stored; null for the
   *     usual one
   * @param data the server's data directory, for a base backup; null for a dump, and when
   *     pg_basebackup fetches the copy
   * @param archive folder that the server archives its log to, for a base backup; null for a dump,
   *     and when the log is shipped by itself
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
   * @param surroundings what is saved beside it
   */
  public record Request(
      Path estate,
      String environment,
      String method,
      @Nullable DumpFormat dumpFormat,
      @Nullable Path place,
      @Nullable Path data,
      @Nullable Path archive,
      String database,
      @Nullable Path passwordFile,
      Path filestore,
      Path store,
      boolean newStore,
      Path signingKey,
      @Nullable Path sealingKey,
      int jobs,
      boolean canary,
      Surroundings surroundings) {

    boolean isByTable() {
      return dumpFormat == DumpFormat.DIRECTORY;
    }
  }

  /**
   * What stands around, each by its service in the estate.
   *
   * @param redis addresses by service, {@code redis://host:port}
   * @param appendOnly folders with append-only files by service
   * @param redisPasswordFile holds the password of every Redis in its first line; null when they
   *     need none
   * @param repositories folders of Git repositories by service
   * @param certificates files or folders with certificates and keys by service
   * @param keystorePasswordFile holds the password of stores of keys in its first line; null when
   *     there are none
   */
  public record Surroundings(
      Map<String, String> redis,
      Map<String, Path> appendOnly,
      @Nullable Path redisPasswordFile,
      Map<String, Path> repositories,
      Map<String, Path> certificates,
      @Nullable Path keystorePasswordFile) {

    public Surroundings {
      redis = Map.copyOf(redis);
      appendOnly = Map.copyOf(appendOnly);
      repositories = Map.copyOf(repositories);
      certificates = Map.copyOf(certificates);
    }

    boolean isNone() {
      return redis.isEmpty() && repositories.isEmpty() && certificates.isEmpty();
    }
  }

  /**
   * What was made.
   *
   * @param taken the backup
   * @param doubts why it does not count, in words; empty when it does
   * @param unnamed what the estate's plans save and nobody named, in words
   */
  public record Made(TakeBackup.Taken taken, String doubts, List<String> unnamed) {
    public Made {
      unnamed = List.copyOf(unnamed);
    }
  }

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
    SigningKey key = LedgerFiles.signingKey(request.signingKey());
    SealingKey seal = RecoveryInputs.sealingKey(request.sealingKey());
    requireAddress(request.database());
    MethodOptions.require(request);
    SurroundingInputs inputs = new SurroundingInputs(estate.estate(), environment, seal != null);
    SurroundingSources around = inputs.sources(request.surroundings());
    Instant now = clock.instant();
    BackupPlan plan = BackupPlans.of(estate.estate(), environment, request.method());
    var taken =
        new TakeBackup.Request(
            request.environment(),
            NAME.format(now),
            request.database(),
            password(request.passwordFile()),
            request.filestore(),
            request.jobs(),
            plan == null || plan.immutableFor() == null ? null : now.plus(plan.immutableFor()),
            request.canary(),
            around);
    AtomicReference<String> doubts = new AtomicReference<>("");
    Function<Backup, byte[]> signer =
        backup -> {
          Envelope signed = new EvidenceSigner().sign(backup, key);
          doubts.set(new BackupManifests(estate.estate(), clock.instant()).reason(signed));
          return signed.toJson().toArray();
        };
    TakeBackup.Taken made = taken(() -> made(request, taken, seal, estate.estate(), signer));
    return new Made(made, doubts.get(), unnamed(request, inputs));
  }

  private static List<String> unnamed(Request request, SurroundingInputs inputs) {
    return request.method().equals(TakeFiles.METHOD)
        ? List.of()
        : inputs.unnamed(request.surroundings());
  }

  private TakeBackup.Taken made(
      Request request,
      TakeBackup.Request taken,
      @Nullable SealingKey seal,
      Estate estate,
      Function<Backup, byte[]> signer) {
    BackupStore store = store(request);
    return switch (request.method()) {
      case TakeBaseBackup.METHOD ->
          new TakeBaseBackup(store, seal, clock, progress)
              .run(
                  taken,
                  new TakeBaseBackup.Server(request.data(), request.archive()),
                  record -> new BackupManifests(estate, clock.instant()).read(record),
                  signer);
      case TakeFiles.METHOD -> new TakeFiles(store, seal, clock, progress).run(taken, signer);
      default -> dumping(request, store, seal).run(taken, signer);
    };
  }

  private TakeBackup dumping(Request request, BackupStore store, @Nullable SealingKey seal) {
    TakeBackup taking = new TakeBackup(store, seal, clock, progress);
    Path place = request.place();
    return request.isByTable()
        ? taking.byTable(place == null ? UsualPlace.ofDumps() : place)
        : taking;
  }

  static InputRejected wrong(String option, String why, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), option, why, hint);
  }

  /** A database that is no Odoo is most likely another than was meant. */
  private static TakeBackup.Taken taken(Supplier<TakeBackup.Taken> taking) {
    try {
      return taking.get();
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
      throw wrong(
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
