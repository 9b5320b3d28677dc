package dev.interlock.bench.ledger;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.PostgresLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Entries a second into a real PostgreSQL, each acknowledged when it is on disk: plain inserts of
 * one row, the ledger with a writer alone, with writers that share its commits, and with replicas
 * that share nothing. Arguments, all optional: seconds each, length of an entry in bytes,
 * directory.
 */
public final class PostgresSpeed {

  private static final int WRITERS = 8;
  private static final int BATCH = 500;

  private final BenchDatabase database;
  private final long nanos;
  private final List<Bytes> entries;

  private PostgresSpeed(BenchDatabase database, int seconds, int length) {
    this.database = database;
    this.nanos = TimeUnit.SECONDS.toNanos(seconds);
    this.entries = BenchEntries.of(BATCH, length, 1);
  }

  /** Something that is done again and again; says how many entries it brought in. */
  private interface Work {
    int once() throws Exception;

    default void close() throws Exception {}
  }

  /** Makes what one writer does. */
  private interface Maker {
    Work make() throws Exception;
  }

  /** Runs twice and prints one line for each figure: the second round is the warm one. */
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int length = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    Path directory =
        args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("postgres-speed");
    try (BenchDatabase database = BenchDatabase.start(directory)) {
      PostgresSpeed speed = new PostgresSpeed(database, seconds, length);
      speed.round(1);
      speed.round(2);
    }
  }

  private void round(int round) throws Exception {
    System.out.println("round " + round);
    measure("inserts of one row, 1 writer", 1, this::inserts);
    measure("inserts of one row, 8 writers", WRITERS, this::inserts);
    try (PostgresLedger ledger = database.replica()) {
      measure("ledger, 1 writer", 1, () -> () -> append(ledger, 1));
      measure("ledger, 8 writers, shared commits", WRITERS, () -> () -> append(ledger, 1));
      measure("ledger, 1 writer, batches of 500", 1, () -> () -> append(ledger, BATCH));
    }
    measure("ledger, 8 replicas, a commit each", WRITERS, this::replica);
  }

  private int append(PostgresLedger ledger, int count) {
    return ledger.append(entries.subList(0, count)).count();
  }

  private Work inserts() throws Exception {
    Connection connection = database.connect();
    PreparedStatement insert = connection.prepareStatement("insert into plain values (?)");
    byte[] entry = entries.getFirst().toArray();
    return new Work() {
      @Override
      public int once() throws Exception {
        insert.setBytes(1, entry);
        return insert.executeUpdate();
      }

      @Override
      public void close() throws Exception {
        connection.close();
      }
    };
  }

  private Work replica() {
    PostgresLedger ledger = database.replica();
    return new Work() {
      @Override
      public int once() {
        return append(ledger, 1);
      }

      @Override
      public void close() {
        ledger.close();
      }
    };
  }

  private void measure(String what, int writers, Maker maker) throws Exception {
    List<Work> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      for (int writer = 0; writer < writers; writer++) {
        all.add(maker.make());
      }
      long start = System.nanoTime();
      List<Future<Long>> counts = new ArrayList<>();
      all.forEach(work -> counts.add(threads.submit(() -> repeat(work, start + nanos))));
      long count = 0;
      for (Future<Long> one : counts) {
        count += one.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(Locale.ROOT, "  %-36s %,10.0f/s%n", what, count / seconds);
    } finally {
      for (Work work : all) {
        work.close();
      }
    }
  }

  private static long repeat(Work work, long end) throws Exception {
    long count = 0;
    while (System.nanoTime() - end < 0) {
      count += work.once();
    }
    return count;
  }
}
