package dev.interlock.recovery.backup;

import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A moment that a recovery can stop at and at which it sees the same as a snapshot. Both are set in
 * one statement; a transaction that ends in between is in one of them and not in the other. So it
 * is done again until nobody was writing; after a while until nobody ended; and after a further
 * while the last try is taken: whoever recovers sees whether something ended just then.
 */
final class QuietMoment {

  private static final Duration UNTIL_NOBODY_WRITES = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 20;

  /** Who has a number may be about to end; of those that can't be seen nobody knows. */
  private static final String WRITING =
      "SELECT (SELECT count(*) FROM pg_stat_activity WHERE backend_xid IS NOT NULL"
          + " OR (state IS NULL AND backend_type = 'client backend'))"
          + " + (SELECT count(*) FROM pg_prepared_xacts)";

  private static final String VISIBLE = "SELECT txid_current_snapshot()::text";

  private final PostgresAddress address;
  private final Connection asking;
  private final long begun = System.nanoTime();

  /**
   * Sets nothing yet.
   *
   * @param asking a connection to the same database
   */
  QuietMoment(PostgresAddress address, Connection asking) {
    this.address = address;
    this.asking = asking;
  }

  /**
   * Holds one.
   *
   * @param prefix of the name of the mark; each try counts on
   */
  Found find(String prefix) throws SQLException {
    for (int tries = 1; ; tries++) {
      String name = prefix + "-" + tries;
      Snapshot held = Snapshot.marked(address, name);
      try {
        if (isTaken(held)) {
          return new Found(name, held);
        }
      } catch (SQLException e) {
        held.close();
        throw e;
      }
      held.close();
      pause(PAUSE_MILLIS);
    }
  }

  /** A snapshot that is held, and the name of its mark. */
  record Found(String name, Snapshot held) {}

  private boolean isTaken(Snapshot held) throws SQLException {
    // In this order: who is seen to have ended now was writing a moment ago.
    boolean writing = !Sessions.text(asking, WRITING).equals("0");
    boolean steady = Sessions.text(asking, VISIBLE).equals(held.visible());
    return (steady && (!writing || isOver(UNTIL_NOBODY_WRITES))) || isOver(PATIENCE);
  }

  private boolean isOver(Duration time) {
    return System.nanoTime() - begun > time.toNanos();
  }

  static void pause(long millis) throws SQLException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }
}
