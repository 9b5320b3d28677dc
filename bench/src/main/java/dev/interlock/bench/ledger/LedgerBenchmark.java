package dev.interlock.bench.ledger;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Durable appends, alone, in batches and from many threads; and the cost of a signature. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
public class LedgerBenchmark {

  private static final int BATCH = 500;

  private final SigningKey key = BenchEntries.key();
  private final List<Bytes> batch = BenchEntries.of(BATCH, 1000, 1);
  private final Bytes one = batch.getFirst();
  private final byte[] signed = Envelope.sign("text/plain", one, key).toJson().toArray();
  private Path directory = Path.of(".");
  private FileLedger ledger = open();

  private FileLedger open() {
    try {
      directory = Files.createTempDirectory("ledger-bench");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return FileLedger.open(
        directory.resolve("bench.ledger"), BenchEntries.ORIGIN, key, InstantSource.system());
  }

  /** A fresh file for each iteration. */
  @Setup(Level.Iteration)
  public void reopen() throws IOException {
    remove();
    ledger = open();
  }

  /** Closes the ledger and removes its files. */
  @TearDown
  public void remove() throws IOException {
    ledger.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Entries a second when each waits for the disk alone. */
  @Benchmark
  public Receipt appendOne() {
    return ledger.append(one);
  }

  /** Entries a second in batches. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Receipt appendBatch() {
    return ledger.append(batch);
  }

  /** Entries a second from 32 threads that share their waiting. */
  @Benchmark
  @Threads(32)
  public Receipt appendFromManyThreads() {
    return ledger.append(one);
  }

  /** Envelopes a second that are parsed and whose signature is checked. */
  @Benchmark
  public boolean checkEnvelope() {
    return Envelope.parse(signed).signedBy(key.verificationKey());
  }
}
