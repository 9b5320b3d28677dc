package dev.interlock.recovery;

/** Is told how far a part of a stage is; several threads may tell. */
@FunctionalInterface
public interface PartProgress {

  /** Tells nobody. */
  PartProgress NONE = (done, all) -> {};

  /** So much of so much is done; all is 0 when there is nothing to do. */
  void at(long done, long all);
}
