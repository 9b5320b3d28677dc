package dev.interlock.server;

import dev.interlock.finding.Fault;
import dev.interlock.server.database.Database;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.ServerLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the tables of every room to this version, each in its own schema. */
final class Migrations {

  /** Any number that nobody else locks in the same database. */
  private static final long TURN = 0x696e_7465_726c_6f63L;

  private Migrations() {}

  /** Replicas that start together take turns. */
  static void run(Database database) {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + TURN + ")");
      migrate(database);
    } catch (SQLException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "cannot bring the tables up to date: " + e.getMessage(),
          e);
    }
  }

  private static void migrate(Database database) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.owner())
        .schemas("server")
        .defaultSchema("server")
        .table("history")
        .locations("classpath:dev/interlock/server/database")
        .placeholders(Map.of("runtime", quoted(database.role())))
        .load()
        .migrate();
    ServerLedger.migrate(database.owner(), database.role());
    ChangeBook.migrate(database.owner(), database.role());
  }

  private static String quoted(String role) {
    return '"' + role.replace("\"", "\"\"") + '"';
  }
}
