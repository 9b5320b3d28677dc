package dev.interlock.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing list of hashes in blocks, without an object for each. */
final class HashList {

  private static final int PER_BLOCK = 1 << 12;

  private final List<byte[]> blocks = new ArrayList<>();
  private long size;

  long size() {
    return size;
  }

  void add(byte[] hash) {
    int slot = (int) (size % PER_BLOCK);
    if (slot == 0) {
      blocks.add(new byte[PER_BLOCK * Hasher.LENGTH]);
    }
    System.arraycopy(hash, 0, blocks.getLast(), slot * Hasher.LENGTH, Hasher.LENGTH);
    size++;
  }

  byte[] get(long index) {
    byte[] block = blocks.get((int) (index / PER_BLOCK));
    int from = (int) (index % PER_BLOCK) * Hasher.LENGTH;
    return Arrays.copyOfRange(block, from, from + Hasher.LENGTH);
  }
}
