package dev.interlock.ledger.file;

import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.merkle.CompactTree;
import dev.interlock.ledger.merkle.MerkleTree;
import java.util.List;

/**
 * A ledger file as read into memory.
 *
 * @param extent how far its frames are whole
 * @param tree over all covered entries
 * @param offsets where the covered entries stand
 * @param latest the last checkpoint, signed by a key that is trusted
 * @param uncovered the entries behind it
 */
record Loaded(
    Extent extent,
    MerkleTree tree,
    Offsets offsets,
    SignedCheckpoint latest,
    List<Uncovered> uncovered) {

  /**
   * The uncovered entries that this writer wrote itself, up to the first that it did not. It can
   * vouch for those, and for nothing that stands behind another's.
   */
  List<Uncovered> own(Seals seals) {
    int own = 0;
    while (own < uncovered.size() && isOwn(uncovered.get(own), tree.size() + own, seals)) {
      own++;
    }
    return uncovered.subList(0, own);
  }

  private boolean isOwn(Uncovered entry, long index, Seals seals) {
    return seals.holds(entry.seal(), latest, index, entry.leafHash());
  }

  /** The right edge of the tree, to grow on from. */
  CompactTree compactTree() {
    return CompactTree.edgeOf(tree);
  }
}
