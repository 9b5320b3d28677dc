package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.backup.TargetStore;
import dev.interlock.recovery.log.ArchivedFile;
import dev.interlock.recovery.log.ShippedFile;
import dev.interlock.recovery.log.StoredLog;
import dev.interlock.recovery.postgres.physical.WalSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the archived log of a database server into a store: each file, then its signed record.
 * What is there already is left; a file that is there with other content is refused. Whoever is
 * stopped leaves at most a file without a record, which the next run records.
 */
public final class ShipLog {

  /** How the log is copied, as its records name it. */
  public static final String METHOD = "write-ahead-log";

  private final TargetStore target;
  private final InstantSource clock;
  private final RecoveryProgress progress;

  /**
   * Ships into a store.
   *
   * @param key that files are sealed with; null when they are not
   */
  public ShipLog(
      BackupStore store, @Nullable SealingKey key, InstantSource clock, RecoveryProgress progress) {
    this(TargetStore.of(store, key), clock, progress);
  }

  ShipLog(TargetStore target, InstantSource clock, RecoveryProgress progress) {
    this.target = target;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What is shipped.
   *
   * @param environment whose log it is
   * @param source a folder in which archived files lie, or one such file
   * @param immutableUntil until when nobody may remove it; null when anybody may
   */
  public record Request(String environment, Path source, @Nullable Instant immutableUntil) {}

  /**
   * What was done.
   *
   * @param system number of the server's data; empty when nothing was there
   * @param files names of what is new in the store, in order
   * @param there how many files it had already
   * @param newest when the newest transaction ended in what is new; null when none did
   * @param problems what was left out and why, in words
   */
  public record Shipped(
      String system,
      List<String> files,
      int there,
      @Nullable Instant newest,
      List<String> problems) {

    public Shipped {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Ships.
   *
   * @param reader what a record says; empty when it can't be read or its signature does not count
   * @param signer makes a signed record
   * @throws Fault when nothing could be shipped, or the one file that was named could not
   */
  public Shipped run(
      Request request, Function<byte[], Optional<Backup>> reader, Function<Backup, byte[]> signer) {
    progress.begins("log");
    try (var _ = target.open().lease(BackupStore.Access.TOGETHER)) {
      boolean folder = Files.isDirectory(request.source());
      List<ArchivedFile> files = folder ? in(request.source()) : one(request.source());
      if (files.isEmpty()) {
        return new Shipped("", List.of(), 0, null, List.of());
      }
      Shipping shipping = new Shipping(request, source(files), reader, signer);
      for (ArchivedFile file : files) {
        shipping.ship(file, !folder);
        progress.at(shipping.seen, files.size());
      }
      return shipping.shipped();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Files that a server archives but that no restore needs are no mistake. */
  private static List<ArchivedFile> one(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(path + " is no file or folder");
    }
    ArchivedFile file = new ArchivedFile(path);
    return file.counts() ? List.of(file) : List.of();
  }

  private static List<ArchivedFile> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(ArchivedFile::new).filter(ArchivedFile::counts).toList();
    }
  }

  /** A history does not say whose it is; files of the log beside it do. */
  private static WalSource source(List<ArchivedFile> files) throws IOException {
    List<ArchivedFile> among =
        files.size() == 1 && !files.getFirst().isSegment()
            ? in(files.getFirst().path().toAbsolutePath().resolveSibling(""))
            : files;
    Optional<ArchivedFile> segment = among.stream().filter(ArchivedFile::isSegment).findFirst();
    if (segment.isEmpty()) {
      throw new IOException("no file of the log lies there, so nobody knows whose log it is");
    }
    return WalSource.of(segment.get().path());
  }

  private static Fault failed(IOException e) {
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(), "the log can't be shipped: " + e.getMessage(), e);
  }

  /** One run. */
  private final class Shipping {

    private final Request request;
    private final WalSource source;
    private final StoredLog stored;
    private final Function<Backup, byte[]> signer;
    private final List<String> fresh = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Instant newest;
    private int there;
    private int seen;

    Shipping(
        Request request,
        WalSource source,
        Function<byte[], Optional<Backup>> reader,
        Function<Backup, byte[]> signer) {
      this.request = request;
      this.source = source;
      this.signer = signer;
      this.stored = StoredLog.of(target.open(), request.environment(), source.system(), reader);
    }

    void ship(ArchivedFile file, boolean alone) throws IOException {
      seen++;
      try {
        file.require(source);
        shipped(file, alone);
      } catch (IOException e) {
        if (alone) {
          throw e;
        }
        problems.add(String.valueOf(e.getMessage()));
      }
    }

    private void shipped(ArchivedFile file, boolean alone) throws IOException {
      Backup record = stored.records().get(file.name());
      if (record != null && !alone && isOlder(file, record)) {
        there++;
        return;
      }
      boolean known = stored.lying().containsKey(file.name());
      if (known) {
        inStore(file).requireSame();
      }
      if (stored.untrusted().contains(file.name())) {
        problems.add(file.name() + " has a record in the store that does not count");
        return;
      }
      if (record != null) {
        there++;
        return;
      }
      ArchivedFile.Content content = content(file, alone);
      record(
          file,
          known ? inStore(file).lying() : inStore(file).put(request.immutableUntil()),
          content);
    }

    /** What was not changed since it was stored need not be read again. */
    private boolean isOlder(ArchivedFile file, Backup record) throws IOException {
      return stored.lying().containsKey(file.name())
          && Files.getLastModifiedTime(file.path()).toInstant().isBefore(record.at());
    }

    /**
     * What is stored is never replaced, so nothing unfinished may be. A server that hands over a
     * damaged file has no better one, and would keep it until its disk is full.
     */
    private ArchivedFile.Content content(ArchivedFile file, boolean alone) throws IOException {
      ArchivedFile.Content content = file.read(source);
      String damage = content.damage();
      if (!damage.isEmpty()) {
        String told = file.name() + " " + damage;
        if (!alone || content.unfinished()) {
          throw new IOException(told);
        }
        problems.add(told);
      }
      return content;
    }

    private void record(ArchivedFile file, Part part, ArchivedFile.Content content)
        throws IOException {
      Instant now = clock.instant();
      String name = file.isSegment() ? file.name() : null;
      Instant ended = content.newest();
      Backup record =
          new Backup(
              request.environment(),
              file.name(),
              METHOD,
              now,
              ended == null ? now : ended,
              null,
              null,
              List.of(part),
              target.fingerprint(),
              null,
              new Log(source.system(), source.segmentBytes(), name, name, ended, file.branches()),
              null,
              clock.instant());
      String at = StoreLayout.logRecord(request.environment(), source.system(), file.name());
      target
          .open()
          .put(at, new ByteArrayInputStream(signer.apply(record)), request.immutableUntil());
      fresh.add(file.name());
      newest = ended != null && (newest == null || ended.isAfter(newest)) ? ended : newest;
    }

    private ShippedFile inStore(ArchivedFile file) {
      String name = StoreLayout.logFile(request.environment(), source.system(), file.name());
      return new ShippedFile(file, target, name);
    }

    Shipped shipped() {
      return new Shipped(source.system(), fresh, there, newest, problems);
    }
  }
}
