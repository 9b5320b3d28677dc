package dev.interlock.recovery.postgres.digest;

import static java.util.stream.Collectors.joining;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps the tables of a snapshot from being emptied, rewritten, renamed or dropped while this is
 * open, with the lock that pg_dump takes too: people read and write on. pg_dump lets go when it is
 * done, and whoever has waited for it would change a table before its rows are counted.
 */
public final class HeldTables implements AutoCloseable {

  private final Connection connection;

  private HeldTables(Connection connection) {
    this.connection = connection;
  }

  /**
   * Holds all of them; waits for those who change one just now, for as long as pg_dump does.
   *
   * @throws Fault BACKUP_FAILED when it may not, or one is gone already
   */
  public static HeldTables of(Snapshot snapshot) {
    Connection joined = snapshot.join();
    try {
      return on(joined);
    } catch (SQLException e) {
      String why = String.valueOf(e.getMessage());
      throw new Fault(
          RecoveryCode.BACKUP_FAILED.code(),
          "the tables of "
              + snapshot.address()
              + " can't be held as they are: "
              + why
              + snapshot.hint(why),
          e);
    }
  }

  /** In the transaction of a connection, which is closed when they can't be held. */
  static HeldTables on(Connection joined) throws SQLException {
    HeldTables held = new HeldTables(joined);
    try {
      held.lock();
      return held;
    } catch (SQLException e) {
      held.close();
      throw e;
    }
  }

  /** Who asks for the size of a table waits for those who change it too. */
  private void lock() throws SQLException {
    Sessions.run(connection, "SET LOCAL lock_timeout = 0");
    List<Target> targets = Targets.of(connection);
    if (!targets.isEmpty()) {
      String names = targets.stream().map(it -> "ONLY " + it.quoted()).collect(joining(", "));
      Sessions.run(connection, "LOCK TABLE " + names + " IN ACCESS SHARE MODE");
    }
  }

  /** The connection that has the locks: whoever waits for a table waits behind it. */
  Connection connection() {
    return connection;
  }

  /** Lets go. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // The server lets go when the connection is gone.
    }
  }
}
