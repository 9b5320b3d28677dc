package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Small things that are asked of a database. */
public final class Sessions {

  /** Not every version has all of them. */
  private static final String WITHOUT_LIMITS =
      "SELECT set_config(name, '0', false) FROM pg_settings WHERE name IN ('statement_timeout',"
          + " 'transaction_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout')";

  private static final String LOOKING =
      "SELECT set_config(name, '2s', false) FROM pg_settings"
          + " WHERE name = 'client_connection_check_interval'";

  private Sessions() {}

  /**
   * Connects.
   *
   * @throws Fault DATABASE_UNREACHABLE when nobody answers or the user is not let in
   */
  public static Connection connect(PostgresAddress address) {
    return connect(address.driver(), address);
  }

  static Connection connect(DataSource source, PostgresAddress address) {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new Fault(
          RecoveryCode.DATABASE_UNREACHABLE.code(),
          "the database " + address + " does not let us in: " + e.getMessage(),
          e);
    }
  }

  /**
   * The server is not to end what takes long, whatever it was told of this user or this database.
   * But one that waits for a lock or for its archive does not notice by itself that this program
   * was killed and nobody waits for the answer: it is to look every two seconds.
   */
  public static void beLeftAlone(Connection connection) throws SQLException {
    run(connection, WITHOUT_LIMITS);
    try {
      run(connection, LOOKING);
    } catch (SQLException _) {
      // PostgreSQL can look on some systems only; it ends the session later then.
    }
  }

  /** Runs a statement that answers nothing. */
  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one text that a query answers. */
  public static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
