package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Canary;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.backup.FolderDump;
import dev.interlock.recovery.backup.PartWriter;
import dev.interlock.recovery.backup.SaveableOdoo;
import dev.interlock.recovery.backup.SavedDump;
import dev.interlock.recovery.backup.SavedFiles;
import dev.interlock.recovery.backup.SavedSurroundings;
import dev.interlock.recovery.backup.StreamedDump;
import dev.interlock.recovery.backup.TargetStore;
import dev.interlock.recovery.canary.PlantCanary;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.digest.HeldTables;
import dev.interlock.recovery.postgres.digest.TableDigests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a backup of an Odoo: the database first, as it was at one moment, then the files that it
 * spoke of at that moment, while Odoo removes none. What each table held at the moment goes into
 * the manifest, which is stored last: a backup without one is unfinished.
 */
public final class TakeBackup {

  /** How the database is copied. */
  public static final String METHOD = "pg-dump";

  /** The dump of the database, in pg_dump's custom format. */
  public static final String DUMP = "database.dump";

  private final TargetStore target;
  private final InstantSource clock;
  private final RecoveryProgress progress;
  private final @Nullable Path places;

  /**
   * Makes backups into a store, each with its dump in one piece.
   *
   * @param key that they are sealed with; null when they are not
   */
  public TakeBackup(
      BackupStore store, @Nullable SealingKey key, InstantSource clock, RecoveryProgress progress) {
    this(TargetStore.of(store, key), clock, progress, null);
  }

  private TakeBackup(
      TargetStore target, InstantSource clock, RecoveryProgress progress, @Nullable Path places) {
    this.target = target;
    this.clock = clock;
    this.progress = progress;
    this.places = places;
  }

  /**
   * The same with the dump in directory format: several tables are dumped at a time, and each file
   * of the dump becomes a part.
   *
   * @param where a folder in which the dump lies, in the clear, until it is stored
   */
  public TakeBackup byTable(Path where) {
    return new TakeBackup(target, clock, progress, where);
  }

  /**
   * What is backed up.
   *
   * @param environment whose it is
   * @param name of the backup, new in its environment
   * @param database its URL, {@code postgresql://user@host:port/database}
   * @param password of its user; null when the URL has it, or none is needed
   * @param filestore the folder of this database, with files at {@code xx/SHA-1}
   * @param jobs so many tables are read at the same time
   * @param immutableUntil until when nobody may remove it; null when anybody may
   * @param canary true to plant a row and a file into the running system first
   * @param surroundings what is saved beside it
   */
  public record Request(
      String environment,
      String name,
      String database,
      @Nullable String password,
      Path filestore,
      int jobs,
      @Nullable Instant immutableUntil,
      boolean canary,
      SurroundingSources surroundings) {

    /** Of a database and its files alone. */
    public Request(
        String environment,
        String name,
        String database,
        @Nullable String password,
        Path filestore,
        int jobs,
        @Nullable Instant immutableUntil,
        boolean canary) {
      this(
          environment,
          name,
          database,
          password,
          filestore,
          jobs,
          immutableUntil,
          canary,
          SurroundingSources.NONE);
    }
  }

  /**
   * What was made.
   *
   * @param backup its manifest
   * @param newFiles how many files the store did not have before
   * @param problems what is wrong with files of the source, in words; empty when nothing is
   * @param collection whether Odoo's removal of files was held off, in words
   * @param missed what is wrong with what stands around, in words; empty when nothing is
   * @param uncounted why nobody knows what the tables held, in words; empty when somebody does, or
   *     there are none
   */
  public record Taken(
      Backup backup,
      long newFiles,
      String problems,
      String collection,
      List<String> missed,
      String uncounted) {
    public Taken {
      missed = List.copyOf(missed);
    }
  }

  /**
   * Makes it.
   *
   * @param signer makes the signed manifest
   * @throws Fault when it could not be made; what was stored of it is no backup
   */
  public Taken run(Request request, Function<Backup, byte[]> signer) {
    SavedSurroundings.requireSealed(request.surroundings(), target.fingerprint() != null);
    Instant begun = clock.instant();
    Canary canary = request.canary() ? canary(request, begun) : null;
    try (var _ = target.open().lease(BackupStore.Access.TOGETHER);
        Snapshot snapshot = Snapshot.open(address(request))) {
      SaveableOdoo.require(snapshot);
      List<Part> parts = new ArrayList<>();
      Dumped dumped = dumped(request, snapshot, parts);
      SavedFiles.Saved files = new SavedFiles(target.sealed(), progress).save(request, snapshot);
      parts.add(files.list());
      snapshot.requireHeld();
      SavedSurroundings.Saved around =
          new SavedSurroundings(target.sealed(), clock, progress).save(request);
      parts.addAll(around.parts());
      Backup backup =
          new Backup(
              request.environment(),
              request.name(),
              METHOD,
              begun,
              snapshot.point(),
              dumped.content(),
              files.filestore(),
              parts,
              target.fingerprint(),
              canary,
              null,
              around.surroundings(),
              clock.instant());
      target.manifest(request, signer.apply(backup));
      String collection = snapshot.collectionHeld() ? "" : snapshot.collectionWords();
      return new Taken(
          backup, files.fresh(), files.problems(), collection, around.problems(), dumped.changed());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** True for what a database can be reached at. */
  public static boolean isAddress(String database) {
    try {
      return !PostgresAddress.of(database).database().isEmpty();
    } catch (Fault e) {
      return false;
    }
  }

  static PostgresAddress address(Request request) {
    PostgresAddress address = PostgresAddress.of(request.database());
    return request.password() == null ? address : address.as(address.user(), request.password());
  }

  static Canary canary(Request request, Instant now) {
    return new PlantCanary(address(request), request.filestore()).run(request.environment(), now);
  }

  /** What was dumped, and what changed before it could be counted, in words. */
  private record Dumped(Content content, String changed) {}

  private Dumped dumped(Request request, Snapshot snapshot, List<Part> parts) throws IOException {
    try (SavedDump dump = dump(request)) {
      Dumped dumped = counted(dump, request, snapshot);
      parts.addAll(dump.store());
      return dumped;
    }
  }

  private SavedDump dump(Request request) {
    PartWriter parts = new PartWriter(target.sealed(), request);
    return places == null
        ? new StreamedDump(parts, progress)
        : FolderDump.in(places, request.jobs(), parts, progress);
  }

  /** Whoever waits for a table gets it when all of this is over, and no earlier. */
  private Dumped counted(SavedDump dump, Request request, Snapshot snapshot) throws IOException {
    progress.begins("database");
    try (HeldTables held = HeldTables.of(snapshot)) {
      dump.take(snapshot);
      progress.begins("tables");
      Content content = content(snapshot, held, request.jobs());
      String changed = TableDigests.changedWords(snapshot);
      return new Dumped(changed.isEmpty() ? content : content.uncounted(), changed);
    }
  }

  private Content content(Snapshot snapshot, HeldTables held, int jobs) {
    return new Content(
        snapshot.database(),
        snapshot.server().toString(),
        snapshot.extensions(),
        TableDigests.of(snapshot, held, jobs, progress::at),
        snapshot.checksums());
  }

  private static Fault failed(IOException e) {
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(), "the backup could not be made: " + e.getMessage(), e);
  }
}
