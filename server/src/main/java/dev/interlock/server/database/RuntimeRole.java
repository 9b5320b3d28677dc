package dev.interlock.server.database;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.core.Utils;

/** The role that works: it may sign in, and owns nothing. */
final class RuntimeRole {

  private RuntimeRole() {}

  /** Makes the role where there is none, and sets its password anew. */
  static void ensure(DataSource owner, DatabaseAddress runtime) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      String role = Utils.escapeIdentifier(null, runtime.user()).toString();
      String verb = exists(connection, runtime.user()) ? "ALTER" : "CREATE";
      statement.execute(
          verb
              + " ROLE "
              + role
              + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '"
              + Utils.escapeLiteral(null, runtime.password(), true)
              + "'");
      statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    } catch (SQLException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "cannot set up the role " + runtime.user() + ": " + e.getMessage(),
          e);
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (var query = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
      query.setString(1, role);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }
}
