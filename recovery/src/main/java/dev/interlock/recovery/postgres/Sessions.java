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
