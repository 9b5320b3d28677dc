package dev.interlock.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A Merkle tree (RFC 6962, section 2.1) with the hash of every complete subtree in memory, 64 bytes
 * a leaf: any root and any proof costs a few lookups. Not for use by two threads.
 */
public final class MerkleTree {

  private final Hasher hasher = new Hasher();
  private final List<HashList> levels = new ArrayList<>();

  /** The tree without leaves. */
  public MerkleTree() {
    levels.add(new HashList());
  }

  /** How many leaves. */
  public long size() {
    return levels.getFirst().size();
  }

  /** Appends the hash of one leaf. */
  public void append(byte[] leafHash) {
    byte[] hash = leafHash;
    int level = 0;
    levels.getFirst().add(hash);
    while (levels.get(level).size() % 2 == 0) {
      HashList below = levels.get(level);
      hash = hasher.node(below.get(below.size() - 2), hash);
      level++;
      if (level == levels.size()) {
        levels.add(new HashList());
      }
      levels.get(level).add(hash);
    }
  }

  /** The hash of the leaf at an index. */
  public byte[] leaf(long index) {
    Objects.checkIndex(index, size());
    return levels.getFirst().get(index);
  }

  /** The hash of the last complete subtree of 2^level leaves. */
  byte[] lastComplete(int level) {
    HashList hashes = levels.get(level);
    return hashes.get(hashes.size() - 1);
  }

  /** The root as it was at a size, from nothing to the present one. */
  public byte[] root(long atSize) {
    Objects.checkIndex(atSize, size() + 1);
    return atSize == 0 ? hasher.empty() : hash(0, atSize);
  }

  /** PATH(index, D[atSize]) of RFC 6962, section 2.1.1: from the leaf's sibling upwards. */
  public List<byte[]> inclusion(long index, long atSize) {
    Objects.checkIndex(atSize, size() + 1);
    Objects.checkIndex(index, atSize);
    List<byte[]> path = new ArrayList<>();
    path(index, 0, atSize, path);
    return path;
  }

  /** PROOF(from, D[to]) of RFC 6962, section 2.1.2; empty from size 0, which needs no proof. */
  public List<byte[]> consistency(long from, long to) {
    Objects.checkIndex(to, size() + 1);
    Objects.checkIndex(from, to + 1);
    List<byte[]> proof = new ArrayList<>();
    if (from > 0) {
      subproof(from, 0, to, true, proof);
    }
    return proof;
  }

  private void path(long index, long start, long length, List<byte[]> path) {
    if (length == 1) {
      return;
    }
    long left = split(length);
    if (index < left) {
      path(index, start, left, path);
      path.add(hash(start + left, length - left));
    } else {
      path(index - left, start + left, length - left, path);
      path.add(hash(start, left));
    }
  }

  private void subproof(long from, long start, long length, boolean known, List<byte[]> proof) {
    if (from == length) {
      if (!known) {
        proof.add(hash(start, length));
      }
      return;
    }
    long left = split(length);
    if (from <= left) {
      subproof(from, start, left, known, proof);
      proof.add(hash(start + left, length - left));
    } else {
      subproof(from - left, start + left, length - left, false, proof);
      proof.add(hash(start, left));
    }
  }

  /** Hash over the leaves from start; start is always a multiple of the power of two above. */
  private byte[] hash(long start, long length) {
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return levels.get(level).get(start >>> level);
    }
    long left = split(length);
    return hasher.node(hash(start, left), hash(start + left, length - left));
  }

  /** The largest power of two smaller than the length. */
  private static long split(long length) {
    return Long.highestOneBit(length - 1);
  }
}
