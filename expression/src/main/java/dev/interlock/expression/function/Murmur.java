package dev.interlock.expression.function;

/** A hash of 64 bits: the first two of the four lanes of MurmurHash3 for 32-bit machines. */
final class Murmur {

  private static final int C1 = 0x239b961b;
  private static final int C2 = 0xab0e9789;

  private int h1;
  private int h2;

  private Murmur() {}

  /** The hash of these bytes. */
  static long hash(byte[] bytes) {
    Murmur state = new Murmur();
    int whole = bytes.length / 8 * 8;
    for (int i = 0; i < whole; i += 8) {
      state.block(word(bytes, i), word(bytes, i + 4));
    }
    state.h1 ^= first(word(bytes, whole));
    state.h2 ^= second(word(bytes, whole + 4));
    return state.finished(bytes.length);
  }

  private void block(int k1, int k2) {
    h1 = (Integer.rotateLeft(h1 ^ first(k1), 19) + h2) * 5 + 0x561ccd1b;
    h2 = (Integer.rotateLeft(h2 ^ second(k2), 13) + h1) * 5 + 0x0bcaa747;
  }

  private long finished(int length) {
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = mixed(h1);
    h2 = mixed(h2);
    h1 += h2;
    h2 += h1;
    return (Integer.toUnsignedLong(h2) << 32) | Integer.toUnsignedLong(h1);
  }

  private static int first(int k) {
    return Integer.rotateLeft(k * C1, 15) * C2;
  }

  private static int second(int k) {
    return Integer.rotateLeft(k * C2, 17) * C1;
  }

  /** Four bytes, the least significant first; there are zeros beyond the end. */
  private static int word(byte[] bytes, int from) {
    int word = 0;
    for (int i = 0; i < 4 && from + i < bytes.length; i++) {
      word |= (bytes[from + i] & 0xFF) << (8 * i);
    }
    return word;
  }

  private static int mixed(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
