package dev.interlock.recovery.filestore;

import java.nio.file.Path;

/**
 * Compares a filestore with a list: every file's size and SHA-1, and what lies there that the list
 * does not name. Of a filestore of any size, one folder is in memory.
 */
public final class VerifyFilestore {

  /** Of each kind of problem so many files are named; all are counted. */
  private static final int NAMED = 1000;

  private final int threads;
  private final FileProgress progress;

  /** Compares with so many threads. */
  public VerifyFilestore(int threads, FileProgress progress) {
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @param filestore the folder of one database, with files at {@code xx/SHA-1}
   * @throws dev.interlock.finding.Fault BACKUP_DAMAGED when the list is, STORE_FAILED when a folder
   *     can't be listed
   */
  public VerifiedFiles verify(Path filestore, FileList list) {
    FileTotals all = list.totals();
    Meter meter = new Meter(progress, all);
    FileProblems.Collector problems = new FileProblems.Collector(NAMED);
    try (FileListReader files = list.open()) {
      Crew.work(
          threads,
          files,
          () -> {
            HashedFile hash = new HashedFile();
            return file -> {
              hash.check(new SourceFile(filestore, file)).ifPresent(problems::add);
              meter.add(file);
            };
          });
    }
    return new VerifiedFiles(all, problems.collected(), new OrphanSearch(filestore).orphans(list));
  }
}
