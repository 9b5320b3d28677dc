package dev.interlock.ledger;

import java.util.List;

/** An append-only log of byte strings. Safe for use by many threads. */
public interface Ledger extends LedgerView {

  /**
   * Appends entries in their order, one after the other. When it returns, they and a checkpoint
   * that covers them are on durable storage. Entries of several threads share one write to storage.
   *
   * @param entries at least one
   * @return where they stand
   * @throws LedgerException when they were not acknowledged; then none of them is visible. After a
   *     crash some of them may be: an append that is tried again can leave an entry twice
   */
  Receipt append(List<Bytes> entries);

  /** Appends one entry. */
  default Receipt append(Bytes entry) {
    return append(List.of(entry));
  }

  /**
   * The acknowledgement of an append.
   *
   * @param first index of the first entry of the append
   * @param count how many entries it had
   * @param checkpoint a checkpoint that covers them
   */
  record Receipt(long first, int count, SignedCheckpoint checkpoint) {}
}
