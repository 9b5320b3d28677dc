package dev.interlock.ledger;

import dev.interlock.ledger.merkle.Hasher;
import java.util.List;

/**
 * That an entry is in the tree of a given size (RFC 6962, section 2.1.1).
 *
 * @param index of the entry, from 0
 * @param size of the tree, in entries
 * @param path hashes from the entry's sibling upwards
 */
public record InclusionProof(long index, long size, List<Bytes> path) {

  /** Copies the path. */
  public InclusionProof {
    path = List.copyOf(path);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no entry " + index + " in a tree of " + size);
    }
  }

  /** What the tree holds for an entry: SHA-256 of a zero byte and the entry. */
  public static Bytes leafHash(Bytes entry) {
    return Bytes.of(new Hasher().leaf(entry.toArray()));
  }

  /** True when exactly this entry stands at the index in the tree with this root. */
  public boolean proves(Bytes entry, Bytes root) {
    return provesLeaf(leafHash(entry), root);
  }

  /** The same for the hash of an entry; the algorithm of RFC 9162, section 2.1.3.2. */
  public boolean provesLeaf(Bytes leafHash, Bytes root) {
    Hasher hasher = new Hasher();
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash.toArray();
    for (Bytes sibling : path) {
      if (last == 0 || sibling.length() != Hasher.LENGTH) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = hasher.node(sibling.toArray(), hash);
        int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= skipped;
        last >>>= skipped;
      } else {
        hash = hasher.node(hash, sibling.toArray());
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Bytes.of(hash).equals(root);
  }
}
