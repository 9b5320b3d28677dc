package dev.interlock.ledger.merkle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The right edge of a Merkle tree: enough to append and to know the root, in memory that grows with
 * the logarithm of the size. Node {@code l} covers 2^l leaves and exists when bit {@code l} of the
 * size is set.
 */
public final class CompactTree {

  private final Hasher hasher = new Hasher();
  private final byte[][] nodes;
  private long size;

  /** The tree without leaves. */
  public CompactTree() {
    this(new byte[Long.SIZE][], 0);
  }

  private CompactTree(byte[][] nodes, long size) {
    this.nodes = nodes;
    this.size = size;
  }

  /** The right edge of a whole tree. */
  public static CompactTree edgeOf(MerkleTree tree) {
    byte[][] nodes = new byte[Long.SIZE][];
    for (int level = 0; level < Long.SIZE - 1; level++) {
      if ((tree.size() >>> level & 1) == 1) {
        nodes[level] = tree.lastComplete(level);
      }
    }
    return new CompactTree(nodes, tree.size());
  }

  /**
   * The tree of a size with the hashes that {@link #nodes} gave; empty when they are too many or
   * too few for it.
   */
  public static Optional<CompactTree> ofNodes(long size, byte[] hashes) {
    if (size < 0 || hashes.length != Long.bitCount(size) * Hasher.LENGTH) {
      return Optional.empty();
    }
    byte[][] nodes = new byte[Long.SIZE][];
    int from = 0;
    for (int level = 0; level < Long.SIZE; level++) {
      if ((size >>> level & 1) == 1) {
        nodes[level] = Arrays.copyOfRange(hashes, from, from + Hasher.LENGTH);
        from += Hasher.LENGTH;
      }
    }
    return Optional.of(new CompactTree(nodes, size));
  }

  /** The hashes of the edge, the smallest subtree first: all there is to keep of a tree. */
  public byte[] nodes() {
    ByteBuffer hashes = ByteBuffer.allocate(Long.bitCount(size) * Hasher.LENGTH);
    for (int level = 0; level < Long.SIZE; level++) {
      if ((size >>> level & 1) == 1) {
        hashes.put(nodes[level]);
      }
    }
    return hashes.array();
  }

  /** A tree that grows on its own from here. */
  public CompactTree copy() {
    return new CompactTree(nodes.clone(), size);
  }

  /** How many leaves. */
  public long size() {
    return size;
  }

  /** Appends the hash of one leaf. */
  public void append(byte[] leafHash) {
    byte[] hash = leafHash;
    int level = 0;
    while ((size >>> level & 1) == 1) {
      hash = hasher.node(nodes[level], hash);
      level++;
    }
    nodes[level] = hash;
    size++;
  }

  /** The root at the present size. */
  public byte[] root() {
    if (size == 0) {
      return hasher.empty();
    }
    int level = Long.numberOfTrailingZeros(size);
    byte[] root = nodes[level];
    while (++level < Long.SIZE) {
      if ((size >>> level & 1) == 1) {
        root = hasher.node(nodes[level], root);
      }
    }
    return root;
  }
}
