package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.backup.SaveableOdoo;
import dev.interlock.recovery.backup.SavedFiles;
import dev.interlock.recovery.backup.TargetStore;
import dev.interlock.recovery.postgres.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Saves the files of attachments alone, as often as the log of the database is saved: a moment out
 * of the log is worth only as much as the files that it speaks of. What the store has already is
 * not copied again.
 */
public final class TakeFiles {

  /** How the files are copied. */
  public static final String METHOD = "file-copy";

  private final TargetStore target;
  private final InstantSource clock;
  private final RecoveryProgress progress;

  /**
   * Saves into a store.
   *
   * @param key that they are sealed with; null when they are not
   */
  public TakeFiles(
      BackupStore store, @Nullable SealingKey key, InstantSource clock, RecoveryProgress progress) {
    this.target = TargetStore.of(store, key);
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Saves those that the database speaks of now.
   *
   * @param request its canary and surroundings are not heeded
   * @param signer makes the signed manifest, by which the files are kept
   * @throws Fault when they could not be saved
   */
  public TakeBackup.Taken run(TakeBackup.Request request, Function<Backup, byte[]> signer) {
    Instant begun = clock.instant();
    try (var _ = target.open().lease(BackupStore.Access.TOGETHER);
        Snapshot snapshot = Snapshot.open(TakeBackup.address(request))) {
      SaveableOdoo.require(snapshot);
      SavedFiles.Saved files = new SavedFiles(target.sealed(), progress).save(request, snapshot);
      snapshot.requireHeld();
      Backup backup = manifest(request, begun, snapshot.point(), files);
      target.manifest(request, signer.apply(backup));
      String collection = snapshot.collectionHeld() ? "" : snapshot.collectionWords();
      return new TakeBackup.Taken(
          backup, files.fresh(), files.problems(), collection, List.of(), "");
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.BACKUP_FAILED.code(), "the files can't be saved: " + e.getMessage(), e);
    }
  }

  private Backup manifest(
      TakeBackup.Request request, Instant begun, Instant point, SavedFiles.Saved files) {
    return new Backup(
        request.environment(),
        request.name(),
        METHOD,
        begun,
        point,
        null,
        files.filestore(),
        List.of(files.list()),
        target.fingerprint(),
        clock.instant());
  }
}
