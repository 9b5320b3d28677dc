package dev.interlock.ledger.file;

import java.util.ArrayList;
import java.util.List;

/** Where each entry stands in the file: a growing list of longs in blocks. */
final class Offsets {

  private static final int PER_BLOCK = 1 << 13;

  private final List<long[]> blocks = new ArrayList<>();
  private long size;

  void add(long offset) {
    int slot = (int) (size % PER_BLOCK);
    if (slot == 0) {
      blocks.add(new long[PER_BLOCK]);
    }
    blocks.getLast()[slot] = offset;
    size++;
  }

  long get(long index) {
    return blocks.get((int) (index / PER_BLOCK))[(int) (index % PER_BLOCK)];
  }
}
