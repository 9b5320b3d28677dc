package dev.interlock.recovery;

/** Is told how far the reading of files is; several threads tell. */
@FunctionalInterface
public interface FileProgress {

  /** Tells nobody. */
  FileProgress NONE = (done, total) -> {};

  /** So many files of so many are done. */
  void at(long done, long total);
}
