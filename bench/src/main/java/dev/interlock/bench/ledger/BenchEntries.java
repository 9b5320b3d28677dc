package dev.interlock.bench.ledger;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Entries like real ones: text of the length of a small envelope, no two alike. */
final class BenchEntries {

  static final String ORIGIN = "bench.interlock.dev/ledger";

  private BenchEntries() {}

  static SigningKey key() {
    return SigningKey.ofSeed(new byte[32]);
  }

  static List<Bytes> of(int count, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bytes> entries = new ArrayList<>(count);
    byte[] entry = new byte[length];
    for (int i = 0; i < count; i++) {
      for (int at = 0; at < length; at++) {
        entry[at] = (byte) random.nextInt('a', 'z' + 1);
      }
      entries.add(Bytes.of(entry));
    }
    return entries;
  }
}
