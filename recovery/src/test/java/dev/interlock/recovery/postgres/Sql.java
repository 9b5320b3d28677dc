package dev.interlock.recovery.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Statements for tests. */
public final class Sql {

  private Sql() {}

  /** Runs statements, one after the other, each by itself. */
  public static void run(PostgresAddress address, String... statements) throws SQLException {
    try (Connection connection = address.dataSource().getConnection()) {
      for (String statement : statements) {
        Sessions.run(connection, statement);
      }
    }
  }

  /** The one text that a query answers. */
  public static String text(PostgresAddress address, String query) throws SQLException {
    try (Connection connection = address.dataSource().getConnection()) {
      return Sessions.text(connection, query);
    }
  }

  /** A database with all kinds of tables and types. */
  public static void allKinds(PostgresAddress address) throws SQLException, IOException {
    try (InputStream script = Sql.class.getResourceAsStream("all-kinds.sql")) {
      run(address, new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
