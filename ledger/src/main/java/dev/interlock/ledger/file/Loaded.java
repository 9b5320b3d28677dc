package dev.interlock.ledger.file;

import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.merkle.CompactTree;
import dev.interlock.ledger.merkle.MerkleTree;

/**
 * A ledger file as read into memory.
 *
 * @param extent how far its frames are whole
 * @param tree over all whole entries
 * @param offsets where the entries stand
 * @param latest the last checkpoint, signed by a key that is trusted
 */
record Loaded(Extent extent, MerkleTree tree, Offsets offsets, SignedCheckpoint latest) {

  /** Whole entries that no checkpoint covers: the write was interrupted before it. */
  long uncovered() {
    return tree.size() - latest.checkpoint().size();
  }

  /** The right edge of the tree, to grow on from. */
  CompactTree compactTree() {
    return CompactTree.edgeOf(tree);
  }
}
