package dev.interlock.ledger;

import java.util.function.Supplier;

/**
 * Stands around each batch of appends on its way to durable storage, for whoever wants to know how
 * many entries shared it and how long it took.
 */
@FunctionalInterface
public interface BatchWatch {

  /** Sees nothing. */
  BatchWatch NONE = (_, committing) -> committing.get();

  /**
   * Lets a batch pass.
   *
   * @param entries how many there are
   * @param committing makes them durable; what it throws belongs to whoever appends
   * @return what {@code committing} gave
   */
  SignedCheckpoint around(int entries, Supplier<SignedCheckpoint> committing);
}
