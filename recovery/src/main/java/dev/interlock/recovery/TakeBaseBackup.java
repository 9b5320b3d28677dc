package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Canary;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Backup.Mark;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.backup.CountedOutput;
import dev.interlock.recovery.backup.CountedRows;
import dev.interlock.recovery.backup.SaveableOdoo;
import dev.interlock.recovery.backup.SavedFiles;
import dev.interlock.recovery.backup.SavedSurroundings;
import dev.interlock.recovery.backup.TargetStore;
import dev.interlock.recovery.log.StoredLog;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.physical.BaseBackup;
import dev.interlock.recovery.postgres.physical.ServerCopy;
import dev.interlock.recovery.postgres.physical.StreamedBackup;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.store.WrittenStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a base backup of the whole server of an Odoo: its data directory while it runs, read where
 * it lies or fetched by pg_basebackup, the log without which the copy is worth nothing, then the
 * files of attachments. With the log that is shipped later it can be brought to any moment from
 * then on.
 *
 * <p>What each table holds is counted just after, at a point that the log has a mark of: a drill
 * stops there on its way and compares.
 */
public final class TakeBaseBackup {

  /** How the server is copied. */
  public static final String METHOD = "base-backup-and-wal";

  /** The copy of the data directory, a zip file. */
  public static final String COPY = "base.zip";

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final TargetStore target;
  private final InstantSource clock;
  private final RecoveryProgress progress;

  /**
   * Makes backups into a store.
   *
   * @param key that they are sealed with; null when they are not
   */
  public TakeBaseBackup(
      BackupStore store, @Nullable SealingKey key, InstantSource clock, RecoveryProgress progress) {
    this.target = TargetStore.of(store, key);
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Where the server is.
   *
   * @param data its data directory on this machine; null when pg_basebackup fetches the copy from
   *     the server, wherever that is
   * @param archive the folder that it archives its log to; null when its log is shipped by itself
   */
  public record Server(@Nullable Path data, @Nullable Path archive) {

    private ServerCopy copy(PostgresAddress address) {
      return data == null
          ? new StreamedBackup(PostgresTools.here(), address, PATIENCE)
          : new BaseBackup(address, data, PATIENCE);
    }
  }

  /**
   * Makes it.
   *
   * @param reader what a record of the log says; empty when it can't be read or does not count
   * @param signer makes signed manifests and records
   * @throws Fault when it could not be made; what was stored of it is no backup
   */
  public TakeBackup.Taken run(
      TakeBackup.Request request,
      Server server,
      Function<byte[], Optional<Backup>> reader,
      Function<Backup, byte[]> signer) {
    SavedSurroundings.requireSealed(request.surroundings(), target.fingerprint() != null);
    Instant begun = clock.instant();
    Canary canary = request.canary() ? TakeBackup.canary(request, begun) : null;
    // Held from before the copy on, files are there at each moment that it can be brought to.
    try (var _ = target.open().lease(BackupStore.Access.TOGETHER);
        Snapshot holding = Snapshot.open(TakeBackup.address(request))) {
      SaveableOdoo.require(holding);
      List<Part> parts = new ArrayList<>();
      Saved saved = saved(request, holding, server, parts, reader, signer);
      SavedSurroundings.Saved around = around(request, parts);
      Backup backup =
          new Backup(
              request.environment(),
              request.name(),
              METHOD,
              begun,
              saved.made().whole(),
              saved.content(holding),
              saved.files().filestore(),
              parts,
              target.fingerprint(),
              canary,
              log(saved.made(), saved.counted().mark()),
              around.surroundings(),
              clock.instant());
      target.manifest(request, signer.apply(backup));
      return saved.taken(backup, holding, around);
    } catch (IOException e) {
      throw failed("the backup could not be made: " + e.getMessage());
    }
  }

  /** A copy with its log, what its tables held, and the files that they spoke of. */
  private record Saved(ServerCopy.Made made, CountedRows.Counted counted, SavedFiles.Saved files) {

    Content content(Snapshot holding) {
      return new Content(
          holding.database(),
          made.version().toString(),
          holding.extensions(),
          counted.tables(),
          holding.checksums());
    }

    TakeBackup.Taken taken(Backup backup, Snapshot holding, SavedSurroundings.Saved around) {
      return new TakeBackup.Taken(
          backup,
          files.fresh(),
          files.problems(),
          holding.collectionHeld() ? "" : holding.collectionWords(),
          around.problems(),
          counted.missing());
    }
  }

  /** In this order: a copy is whole before rows are counted, and the log is shipped last. */
  private Saved saved(
      TakeBackup.Request request,
      Snapshot holding,
      Server server,
      List<Part> parts,
      Function<byte[], Optional<Backup>> reader,
      Function<Backup, byte[]> signer)
      throws IOException {
    PostgresAddress address = holding.address();
    ServerCopy.Made made = copy(request, address, server, parts);
    CountedRows.Counted counted =
        new CountedRows(address, request.jobs(), progress).count(request.name());
    SavedFiles.Saved files = files(request, address, parts);
    holding.requireHeld();
    ship(request, server, reader, signer);
    WalChain chain = requireLog(request, log(made, null), server, reader);
    return new Saved(made, stored(counted, chain), files);
  }

  private SavedSurroundings.Saved around(TakeBackup.Request request, List<Part> parts) {
    SavedSurroundings.Saved around =
        new SavedSurroundings(target.sealed(), clock, progress).save(request);
    parts.addAll(around.parts());
    return around;
  }

  /** What was counted at a point that nobody can recover to is worth nothing. */
  private static CountedRows.Counted stored(CountedRows.Counted counted, WalChain chain) {
    boolean there =
        counted.mark() == null
            || chain.files().stream().anyMatch(it -> it.name().equals(counted.file()));
    return there
        ? counted
        : CountedRows.Counted.none("the store does not have " + counted.file() + " of the log");
  }

  private static Log log(ServerCopy.Made made, @Nullable Mark counted) {
    return new Log(
        made.system(),
        made.first().bytes(),
        made.first().name(),
        made.last().name(),
        null,
        List.of(),
        counted);
  }

  private ServerCopy.Made copy(
      TakeBackup.Request request, PostgresAddress address, Server server, List<Part> parts)
      throws IOException {
    progress.begins("server");
    ServerCopy base = server.copy(address);
    AtomicReference<ServerCopy.@Nullable Made> made = new AtomicReference<>();
    AtomicLong written = new AtomicLong();
    String name = StoreLayout.part(request.environment(), request.name(), COPY);
    try (InputStream copy =
        new WrittenStream(out ->
            made.set(base.to(new CountedOutput(out, n -> progress.at(written.addAndGet(n), 0)))))) {
      StoredObject stored = target.sealed().put(name, copy, request.immutableUntil());
      parts.add(new Part(stored.name(), stored.bytes(), stored.digest()));
    }
    ServerCopy.Made it = made.get();
    if (it == null) {
      throw new IOException("the copy of the server did not come to its end");
    }
    return it;
  }

  /** The list is of a moment at which the copy is whole already. */
  private SavedFiles.Saved files(
      TakeBackup.Request request, PostgresAddress address, List<Part> parts) throws IOException {
    try (Snapshot snapshot = Snapshot.open(address)) {
      SavedFiles.Saved saved = new SavedFiles(target.sealed(), progress).save(request, snapshot);
      parts.add(saved.list());
      snapshot.requireHeld();
      return saved;
    }
  }

  private void ship(
      TakeBackup.Request request,
      Server server,
      Function<byte[], Optional<Backup>> reader,
      Function<Backup, byte[]> signer) {
    Path archive = server.archive();
    if (archive != null) {
      new ShipLog(target, clock, progress)
          .run(
              new ShipLog.Request(request.environment(), archive, request.immutableUntil()),
              reader,
              signer);
    }
  }

  private WalChain requireLog(
      TakeBackup.Request request,
      Log log,
      Server server,
      Function<byte[], Optional<Backup>> reader) {
    WalChain chain =
        StoredLog.of(target.open(), request.environment(), log.system(), reader).chain(log);
    long needed =
        StoredLog.segment(log, String.valueOf(log.last())).number()
            - StoredLog.segment(log, String.valueOf(log.first())).number()
            + 1;
    if (chain.files().size() < needed) {
      List<String> gaps = new ArrayList<>(chain.missing());
      gaps.addAll(chain.damaged());
      throw failed(
          "the copy is worth nothing without its log, and the store does not have "
              + String.join(", ", gaps)
              + (server.archive() == null
                  ? ": name the folder that the server archives to, or let it ship its log itself"
                  : ": the server archives elsewhere than to "
                      + server.archive()
                      + ", or the estate does not trust the key that signs"));
    }
    return chain;
  }

  private static Fault failed(String why) {
    return new Fault(RecoveryCode.BACKUP_FAILED.code(), why);
  }
}
