package dev.interlock.bench.ledger;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.LedgerVerifier;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * The figures that are promised: entries appended a second with a sync for each batch, beside the
 * same bytes without anything that proves them, and the time to verify and to open a million
 * entries, beside reading the file. Arguments, all optional: number of entries, their length in
 * bytes, entries a batch, directory.
 */
public final class LedgerSpeed {

  private LedgerSpeed() {}

  /** Runs and prints one line for each figure. */
  public static void main(String[] args) throws IOException {
    int count = number(args, 0, 1_000_000);
    int length = number(args, 1, 1000);
    int batch = number(args, 2, 500);
    Path directory = args.length > 3 ? Path.of(args[3]) : Files.createTempDirectory("ledger-speed");
    Path file = directory.resolve("speed.ledger");
    SigningKey key = BenchEntries.key();
    for (int round = 0; round < 2; round++) {
      Files.deleteIfExists(file);
      print("append, bare file", bare(directory.resolve("bare"), count, length, batch), count);
      print("append, ledger", append(file, key, count, length, batch), count);
    }
    print("seals alone", seals(count), count);
    print("size in bytes", Duration.ZERO, Files.size(file));
    for (int round = 0; round < 3; round++) {
      print("read the file", read(file), count);
      print("verify", verify(file, key, count), count);
    }
    long start = System.nanoTime();
    try (LedgerView view = FileLedger.view(file, List.of(key.verificationKey()))) {
      print("open", Duration.ofNanos(System.nanoTime() - start), view.size());
    }
    Files.delete(file);
    Files.delete(directory.resolve("speed.ledger.lock"));
  }

  /** Only the appends are timed, not the making of entries. */
  private static Duration append(Path file, SigningKey key, int count, int length, int batch) {
    long nanos = 0;
    try (FileLedger ledger =
        FileLedger.open(file, BenchEntries.ORIGIN, key, InstantSource.system())) {
      for (int done = 0; done < count; done += batch) {
        List<Bytes> entries = BenchEntries.of(Math.min(batch, count - done), length, done);
        long start = System.nanoTime();
        ledger.append(entries);
        nanos += System.nanoTime() - start;
      }
    }
    return Duration.ofNanos(nanos);
  }

  private static Duration bare(Path path, int count, int length, int batch) throws IOException {
    long nanos = 0;
    try (RandomAccessFile file = BareFile.open(path)) {
      for (int done = 0; done < count; done += batch) {
        List<Bytes> entries = BenchEntries.of(Math.min(batch, count - done), length, done);
        long start = System.nanoTime();
        BareFile.append(file, entries);
        nanos += System.nanoTime() - start;
      }
    }
    Files.delete(path);
    return Duration.ofNanos(nanos);
  }

  private static Duration seals(int count) {
    int folded = BareFile.seals(count);
    long start = System.nanoTime();
    folded += BareFile.seals(count);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    if (folded == Integer.MIN_VALUE) {
      throw new IllegalStateException("only so that nothing is optimised away");
    }
    return taken;
  }

  private static Duration read(Path file) throws IOException {
    long start = System.nanoTime();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 18];
      while (in.read(buffer) >= 0) {
        // Only the time counts.
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Duration verify(Path file, SigningKey key, int count) {
    long start = System.nanoTime();
    Verification found = LedgerVerifier.trusting(key.verificationKey()).verify(file);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    if (!found.holds() || found.entries() != count) {
      throw new IllegalStateException("the ledger does not hold: " + found.failure());
    }
    return taken;
  }

  private static int number(String[] args, int index, int usual) {
    return args.length > index ? Integer.parseInt(args[index]) : usual;
  }

  private static void print(String what, Duration taken, long count) {
    double seconds = taken.toNanos() / 1e9;
    long rate = seconds == 0 ? 0 : Math.round(count / seconds);
    System.out.printf(Locale.ROOT, "%-20s %,14d %8.2f s %,12d/s%n", what, count, seconds, rate);
  }
}
