package dev.interlock.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Keys, clocks and entries for tests. */
final class Samples {

  static final String ORIGIN = "example.com/erp";
  static final SigningKey KEY = key("ledger");
  static final VerificationKey PUBLIC = KEY.verificationKey();
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z"));

  private Samples() {}

  static SigningKey key(String name) {
    return SigningKey.ofSeed(Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32));
  }

  static FileLedger open(Path file) {
    return FileLedger.open(file, ORIGIN, KEY, CLOCK);
  }

  static List<Bytes> entries(int count, RandomGenerator random) {
    List<Bytes> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] entry = new byte[random.nextInt(40)];
      random.nextBytes(entry);
      entries.add(Bytes.of(entry));
    }
    return entries;
  }

  static List<Bytes> all(LedgerView ledger) {
    List<Bytes> entries = new ArrayList<>();
    for (long i = 0; i < ledger.size(); i++) {
      entries.add(ledger.read(i));
    }
    return entries;
  }
}
