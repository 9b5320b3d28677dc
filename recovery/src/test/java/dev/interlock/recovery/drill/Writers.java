package dev.interlock.recovery.drill;

import dev.interlock.recovery.postgres.PostgresAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * People who write into a table in every way that PostgreSQL knows: short and long, with savepoints
 * more than fit into memory, given up, prepared and decided later.
 */
final class Writers implements AutoCloseable {

  private static final int PEOPLE = 3;
  private static final int MORE_THAN_FIT = 70;
  private static final int LONGEST_PAUSE_MILLIS = 15;

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
  private volatile boolean over;

  private Writers() {}

  /** Begins to write; what is written is the same for the same seed, but not when. */
  static Writers start(PostgresAddress address, long seed) {
    Writers writers = new Writers();
    for (int i = 0; i < PEOPLE; i++) {
      Random random = new Random(seed * PEOPLE + i);
      String name = seed + "-" + i;
      writers.threads.add(
          Thread.ofPlatform().daemon().start(() -> writers.write(address, random, name)));
    }
    return writers;
  }

  private void write(PostgresAddress address, Random random, String name) {
    try (Connection connection = address.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (int n = 0; !over; n++) {
        write(statement, random, name + "-" + n);
      }
    } catch (SQLException | InterruptedException e) {
      failed.compareAndSet(null, e);
    }
  }

  private static void write(Statement sql, Random random, String name)
      throws SQLException, InterruptedException {
    if (random.nextInt(4) == 0) {
      sql.execute(change(random, name));
      return;
    }
    sql.execute("BEGIN");
    sql.execute(change(random, name));
    int parts = random.nextInt(10) == 0 ? MORE_THAN_FIT : random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      sql.execute("SAVEPOINT part");
      sql.execute(change(random, name + "." + i));
      sql.execute((random.nextBoolean() ? "RELEASE " : "ROLLBACK TO ") + "SAVEPOINT part");
    }
    Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
    if (random.nextInt(3) == 0) {
      sql.execute("PREPARE TRANSACTION '" + name + "'");
      Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      sql.execute((random.nextBoolean() ? "COMMIT" : "ROLLBACK") + " PREPARED '" + name + "'");
    } else {
      sql.execute(random.nextBoolean() ? "COMMIT" : "ROLLBACK");
    }
  }

  /** Nobody waits for a row of somebody else, or two could wait for each other. */
  private static String change(Random random, String name) {
    return switch (random.nextInt(3)) {
      case 0 -> "INSERT INTO work (t) VALUES ('" + name + "')";
      case 1 ->
          "UPDATE work SET t = '%s' WHERE n IN (SELECT n FROM work OFFSET %d LIMIT 2 FOR UPDATE SKIP LOCKED)"
              .formatted(name, random.nextInt(100));
      default ->
          "DELETE FROM work WHERE n IN (SELECT n FROM work OFFSET %d LIMIT 1 FOR UPDATE SKIP LOCKED)"
              .formatted(random.nextInt(100));
    };
  }

  @Override
  public void close() {
    over = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed.compareAndSet(null, e);
    }
    Exception e = failed.get();
    if (e != null) {
      throw new AssertionError("somebody could not write", e);
    }
  }
}
