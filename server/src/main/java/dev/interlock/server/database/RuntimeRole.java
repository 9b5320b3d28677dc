package dev.interlock.server.database;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.core.Utils;

/** The role that works: it may sign in, and owns nothing. */
final class RuntimeRole {

  private RuntimeRole() {}

  /** Makes the role where there is none; one that is there belongs to whoever made it. */
  static void ensurePresent(DataSource owner, DatabaseAddress runtime) {
    try (Connection connection = owner.getConnection()) {
      if (exists(connection, runtime.user())) {
        return;
      }
    } catch (SQLException e) {
      throw failed(runtime, e);
    }
    write(owner, runtime, List.of());
  }

  /** Makes the role where there is none, and sets its password anew. */
  static void ensure(DataSource owner, DatabaseAddress runtime) {
    write(owner, runtime, List.of("REVOKE CREATE ON SCHEMA public FROM PUBLIC"));
  }

  private static void write(DataSource owner, DatabaseAddress runtime, List<String> more) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(definition(connection, runtime));
      for (String each : more) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw failed(runtime, e);
    }
  }

  private static String definition(Connection connection, DatabaseAddress runtime)
      throws SQLException {
    return (exists(connection, runtime.user()) ? "ALTER" : "CREATE")
        + " ROLE "
        + Utils.escapeIdentifier(null, runtime.user())
        + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '"
        + Utils.escapeLiteral(null, runtime.password(), true)
        + "'";
  }

  private static Fault failed(DatabaseAddress runtime, SQLException e) {
    return new Fault(
        ServerCode.DATABASE_UNREACHABLE.code(),
        "cannot set up the role " + runtime.user() + ": " + e.getMessage(),
        e);
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
