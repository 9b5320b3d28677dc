package dev.interlock.recovery.filestore;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Copies files of attachments into a store: what a list names and the store does not have. A file
 * whose content does not match its name is not stored, it is told; one that matches is stored even
 * where its row tells another size, which is told too. Whoever calls it has a share in the store
 * ({@link BackupStore#lease}) from before this until the manifest is stored: else files that are
 * there now may be removed in between.
 */
public final class CopyFilestore {

  /**
   * How many threads are good, whatever the machine: each waits for the disk to have its file, and
   * disks take many files at once in the time of one.
   */
  public static final int THREADS = 32;

  private final BackupStore store;
  private final int threads;
  private final FileProgress progress;

  /** Copies with so many threads. */
  public CopyFilestore(BackupStore store, int threads, FileProgress progress) {
    this.store = store;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Copies.
   *
   * @param filestore the folder of one database, with files at {@code xx/SHA-1}
   * @param immutableUntil until when nobody may remove the files from the store
   * @throws Fault BACKUP_FAILED when there is no such folder, and when the store fails or the list
   *     is damaged
   */
  public CopiedFiles copy(Path filestore, FileList list, @Nullable Instant immutableUntil) {
    FileTotals all = list.totals();
    requireFolder(filestore, all);
    Run run = new Run(filestore, immutableUntil, new Meter(progress, all));
    try (FileListReader files = list.open()) {
      Crew.work(threads, files, () -> run::one);
    }
    return run.copied();
  }

  /** A folder that is not mounted would look like one in which every file is missing. */
  private static void requireFolder(Path filestore, FileTotals all) {
    if (all.files() > 0 && !Files.isDirectory(filestore)) {
      throw new Fault(
          RecoveryCode.BACKUP_FAILED.code(),
          filestore
              + ": there is no such folder, but the database speaks of "
              + all.files()
              + " files; is the disk mounted, and the folder named as the database?");
    }
  }

  /** One copying, by several threads. */
  private final class Run {

    private final Path filestore;
    private final @Nullable Instant until;
    private final Meter meter;
    private final FileProblems.Collector problems = new FileProblems.Collector(Integer.MAX_VALUE);
    private FileTotals stored = FileTotals.NONE;
    private FileTotals known = FileTotals.NONE;

    Run(Path filestore, @Nullable Instant until, Meter meter) {
      this.filestore = filestore;
      this.until = until;
      this.meter = meter;
    }

    void one(AttachmentFile file) {
      OptionalLong there = store.size(file.inStore());
      if (there.isPresent()) {
        keep(file, there.getAsLong());
      } else {
        bring(new SourceFile(filestore, file));
      }
      meter.add(file);
    }

    private void keep(AttachmentFile file, long there) {
      if (there == file.bytes()) {
        protect(file);
        know(file);
        return;
      }
      FileProblem size = FileProblem.size(file, there);
      boolean isTheRow = new SourceFile(filestore, file).bytes() == there;
      if (isTheRow) {
        protect(file);
      }
      problems.add(isTheRow ? size : FileProblem.inStore(file, size.detail()));
    }

    private void protect(AttachmentFile file) {
      if (until != null) {
        store.protect(file.inStore(), until);
      }
    }

    private void bring(SourceFile source) {
      Optional<FileProblem> seen = source.look();
      if (seen.isEmpty()) {
        put(source).ifPresentOrElse(problems::add, () -> count(source.file()));
        return;
      }
      problems.add(seen.get());
      if (seen.get().isOfSize()) {
        // The row may be wrong: what has the SHA-1 of its name is the file, and is kept. When it
        // has not, its size has been told already.
        put(source.asLong());
      }
    }

    private Optional<FileProblem> put(SourceFile source) {
      try (InputStream in = Files.newInputStream(source.path(), LinkOption.NOFOLLOW_LINKS)) {
        InputStream content = new CheckedContent(in, source.file());
        store.put(source.file().inStore(), content, until);
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of(source.problem(e));
      }
    }

    private synchronized void know(AttachmentFile file) {
      known = known.plus(file.bytes());
    }

    private synchronized void count(AttachmentFile file) {
      stored = stored.plus(file.bytes());
    }

    synchronized CopiedFiles copied() {
      return new CopiedFiles(stored, known, problems.collected());
    }
  }
}
