package dev.interlock.recovery.filestore;

/** Adds up what several threads have done, and tells it now and then. */
final class Meter {

  private static final long FILES = 64;
  private static final long BYTES = 4 << 20;

  private final FileProgress progress;
  private final FileTotals all;
  private FileTotals done = FileTotals.NONE;
  private FileTotals told = FileTotals.NONE;

  Meter(FileProgress progress, FileTotals all) {
    this.progress = progress;
    this.all = all;
  }

  synchronized void add(AttachmentFile file) {
    done = done.plus(file.bytes());
    boolean far = done.files() - told.files() >= FILES || done.bytes() - told.bytes() >= BYTES;
    if (far || done.files() == all.files()) {
      told = done;
      progress.at(done, all);
    }
  }
}
