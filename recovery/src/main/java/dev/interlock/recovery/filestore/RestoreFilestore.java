package dev.interlock.recovery.filestore;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings files of attachments back from a store into a new folder, named as Odoo expects it. Each
 * is verified while it is written; what is wrong is told for all files, not only for the first.
 */
public final class RestoreFilestore {

  private final BackupStore store;
  private final int threads;
  private final FileProgress progress;

  /** Restores with so many threads. */
  public RestoreFilestore(BackupStore store, int threads, FileProgress progress) {
    this.store = store;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Restores.
   *
   * @param filestores the folder with a folder for each database, as Odoo has one
   * @param database name of the database, and so of the folder, which must be new or empty
   * @throws Fault RESTORE_FAILED when the folder can't be written, WRONG_KEY or STORE_FAILED when
   *     the store can't be read, BACKUP_DAMAGED when the list is damaged
   */
  public RestoredFiles restore(FileList list, Path filestores, String database) {
    FileTotals all = list.totals();
    NewFilestore folder = NewFilestore.make(filestores, database);
    Run run = new Run(folder, new Meter(progress, all));
    try (FileListReader files = list.open()) {
      Crew.work(threads, files, () -> run::one);
    }
    return run.restored();
  }

  /** One restore, by several threads. */
  private final class Run {

    private final NewFilestore folder;
    private final Meter meter;
    private final FileProblems.Collector problems = new FileProblems.Collector(Integer.MAX_VALUE);
    private FileTotals restored = FileTotals.NONE;

    Run(NewFilestore folder, Meter meter) {
      this.folder = folder;
      this.meter = meter;
    }

    void one(AttachmentFile file) {
      bring(file).ifPresentOrElse(problems::add, () -> count(file));
      meter.add(file);
    }

    /** What is wrong is looked for only where something is. */
    private Optional<FileProblem> bring(AttachmentFile file) {
      Optional<FileProblem> problem = write(file);
      return problem.isEmpty() ? problem : absentOrOfOtherSize(file).or(() -> problem);
    }

    private Optional<FileProblem> absentOrOfOtherSize(AttachmentFile file) {
      OptionalLong there = store.size(file.inStore());
      if (there.isEmpty()) {
        return Optional.of(FileProblem.missing(file));
      }
      return there.getAsLong() == file.bytes()
          ? Optional.empty()
          : Optional.of(FileProblem.size(file, there.getAsLong()));
    }

    private Optional<FileProblem> write(AttachmentFile file) {
      try {
        return folder.write(file, store.open(file.inStore()));
      } catch (Fault e) {
        if (e.code().equals(RecoveryCode.BACKUP_ARCHIVED.code())) {
          return Optional.of(FileProblem.archived(file));
        }
        if (e.code().equals(RecoveryCode.BACKUP_DAMAGED.code())) {
          return Optional.of(FileProblem.inStore(file, "it was changed or cut off"));
        }
        throw e;
      }
    }

    private synchronized void count(AttachmentFile file) {
      restored = restored.plus(file.bytes());
    }

    synchronized RestoredFiles restored() {
      return new RestoredFiles(folder.root(), restored, problems.collected());
    }
  }
}
