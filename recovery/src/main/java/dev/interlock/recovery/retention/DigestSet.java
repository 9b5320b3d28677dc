package dev.interlock.recovery.retention;

/**
 * Which files are needed, for millions of them: of each SHA-1 only the first 16 digits are kept.
 * Two files that share these are both taken for needed; none is taken for garbage that is not.
 */
final class DigestSet {

  private static final int DIGITS = 16;

  private long[] slots = new long[1 << 10];
  private int filled;
  private boolean zero;

  /** Adds a digest in hexadecimal. */
  void add(String sha1) {
    put(key(sha1));
  }

  /** True when it was added, and for a very few others. */
  boolean has(String sha1) {
    long key = key(sha1);
    return key == 0 ? zero : slots[slot(key)] == key;
  }

  private static long key(String sha1) {
    return Long.parseUnsignedLong(sha1, 0, DIGITS, 16);
  }

  private void put(long key) {
    if (key == 0) {
      zero = true;
      return;
    }
    int slot = slot(key);
    if (slots[slot] == 0) {
      slots[slot] = key;
      filled++;
      if (filled > slots.length / 2) {
        grow();
      }
    }
  }

  /** Where a key is, or would be. */
  private int slot(long key) {
    int slot = Long.hashCode(key) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    filled = 0;
    for (long key : old) {
      if (key != 0) {
        put(key);
      }
    }
  }
}
