package dev.interlock.ledger.postgres;

import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.merkle.CompactTree;

/**
 * The end of a ledger as the database has it.
 *
 * @param checkpoint the last one, signed by a key that is trusted
 * @param edge of the tree that it covers, to grow on from
 */
record Head(SignedCheckpoint checkpoint, CompactTree edge) {

  /** How many entries it covers. */
  long size() {
    return checkpoint.checkpoint().size();
  }
}
