package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.blobstore.BlobPlace;
import dev.interlock.recovery.retention.Catalogue;
import dev.interlock.recovery.retention.CataloguedBackup;
import dev.interlock.recovery.s3store.S3Place;
import dev.interlock.recovery.store.FolderStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A backup as a store of ours or the catalogue of another tool holds it.
 *
 * @param environment whose it is, by its place in the store
 * @param name by its place in the store
 * @param state what is known of it without reading its parts
 * @param backup its manifest, or what the other tool says; null when there is none that counts
 * @param bytes size of its own parts as they lie there; shared files are not counted
 * @param immutableUntil until when it can't be removed; null when it can
 * @param window from when to when it can be brought back with its log; null when it needs none
 * @param note why it can't be restored, in words; empty when it can
 * @param holds why it is kept whatever a plan says
 * @param kept which other tool keeps it; null when it lies in a store of ours
 */
public record StoredBackup(
    String environment,
    String name,
    BackupState state,
    @Nullable Backup backup,
    long bytes,
    @Nullable Instant immutableUntil,
    @Nullable LogWindow window,
    String note,
    List<BackupHold> holds,
    @Nullable KeptBy kept) {

  public StoredBackup {
    holds = List.copyOf(holds);
  }

  /**
   * The other tool that keeps a backup.
   *
   * @param tool with its version, such as {@code pgBackRest 2.45}
   * @param kind how much the backup holds, such as {@code full} or {@code incremental}
   */
  public record KeptBy(String tool, String kind) {}

  /** One in a store of ours that is on no hold. */
  public StoredBackup(
      String environment,
      String name,
      BackupState state,
      @Nullable Backup backup,
      long bytes,
      @Nullable Instant immutableUntil,
      @Nullable LogWindow window,
      String note) {
    this(environment, name, state, backup, bytes, immutableUntil, window, note, List.of(), null);
  }

  /** One that needs no log. */
  public StoredBackup(
      String environment,
      String name,
      BackupState state,
      @Nullable Backup backup,
      long bytes,
      @Nullable Instant immutableUntil,
      String note) {
    this(environment, name, state, backup, bytes, immutableUntil, null, note);
  }

  /** True for one that holds files for other backups to bring back, and nothing by itself. */
  public boolean isOfFilesAlone() {
    return backup != null && backup.method().equals(TakeFiles.METHOD);
  }

  /** All that a store holds, told by nothing but the store, sorted by environment and name. */
  public static List<StoredBackup> in(
      BackupStore store, Function<byte[], Optional<Backup>> manifest) {
    return in(store, manifest, _ -> List.of());
  }

  /**
   * The same with their holds.
   *
   * @param holds those of a backup; empty when there are none
   */
  public static List<StoredBackup> in(
      BackupStore store,
      Function<byte[], Optional<Backup>> manifest,
      Function<BackupId, List<BackupHold>> holds) {
    LogWindows windows = new LogWindows(store, manifest);
    return Catalogue.of(store, manifest).backups().stream()
        .map(it -> of(it, windows, holds.apply(it.id())))
        .toList();
  }

  private static StoredBackup of(CataloguedBackup it, LogWindows windows, List<BackupHold> holds) {
    Backup backup = it.backup();
    return new StoredBackup(
        it.id().environment(),
        it.id().name(),
        it.state(),
        it.backup(),
        it.bytes(),
        it.immutableUntil(),
        backup == null ? null : windows.of(backup),
        it.note(),
        holds,
        null);
  }

  /**
   * The store in a folder.
   *
   * @throws dev.interlock.finding.Fault STORE_FAILED when there is none
   */
  public static BackupStore folder(Path folder, InstantSource clock) {
    return FolderStore.open(folder, clock);
  }

  /** Makes a folder a store, or opens the one that it is. */
  public static BackupStore newFolder(Path folder, InstantSource clock) {
    return FolderStore.create(folder, clock);
  }

  /**
   * The store in a bucket of S3.
   *
   * @param address such as {@code s3://bucket/prefix}
   * @throws dev.interlock.finding.Fault STORE_FAILED when there is none, or it can't be reached
   */
  public static BackupStore bucket(String address, InstantSource clock) {
    return S3Place.open(address, clock);
  }

  /** Makes a part of a bucket a store, or opens the one that it is. */
  public static BackupStore newBucket(String address, InstantSource clock) {
    return S3Place.create(address, clock);
  }

  /**
   * The store in a container of Azure Blob Storage.
   *
   * @param address such as {@code https://account.blob.core.windows.net/backups}
   * @throws dev.interlock.finding.Fault STORE_FAILED when there is none, or it can't be reached
   */
  public static BackupStore container(String address, InstantSource clock) {
    return BlobPlace.open(address, clock);
  }

  /** Makes a container a store, or opens the one that it is. */
  public static BackupStore newContainer(String address, InstantSource clock) {
    return BlobPlace.create(address, clock);
  }
}
