package dev.interlock.server.database;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Which PostgreSQL it is.
 *
 * @param number as the database tells it, such as 140022 for 14.22
 */
record Release(int number) {

  private static final int OLDEST = 14;
  private static final int MAJOR = 10_000;

  /** Asks the database. */
  static Release of(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_version_num")) {
      row.next();
      return new Release(row.getInt(1));
    } catch (SQLException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "cannot ask the database for its version: " + e.getMessage(),
          e);
    }
  }

  /** Refuses what is older than the tables need. */
  void requireRecent() {
    if (number < OLDEST * MAJOR) {
      throw new InputRejected(
          ServerCode.DATABASE_TOO_OLD.code(),
          "--database-url",
          "this is PostgreSQL " + number / MAJOR + "." + number % MAJOR,
          "expected PostgreSQL " + OLDEST + " or newer");
    }
  }
}
