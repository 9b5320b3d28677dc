package dev.interlock.recovery.filestore;

/** Who is told how far it is. Called often, from one thread at a time; must be quick. */
@FunctionalInterface
public interface FileProgress {

  /** Nobody. */
  FileProgress NONE = (done, all) -> {};

  /** So much of all is done. */
  void at(FileTotals done, FileTotals all);
}
