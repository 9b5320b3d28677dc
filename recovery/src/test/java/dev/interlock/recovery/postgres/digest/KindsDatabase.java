package dev.interlock.recovery.postgres.digest;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Embedded;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A database with all kinds of tables, made anew for each test, on one server for all classes of
 * tests.
 */
final class KindsDatabase implements BeforeEachCallback {

  private @Nullable PostgresAddress address;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    PostgresAddress server =
        context
            .getRoot()
            .getStore(Namespace.create(KindsDatabase.class))
            .computeIfAbsent(Embedded.class, _ -> Embedded.start(), Embedded.class)
            .address();
    Sql.run(server, "DROP DATABASE IF EXISTS kinds", "CREATE DATABASE kinds");
    address = server.database("kinds");
    Sql.allKinds(address);
  }

  /** Where it is. */
  PostgresAddress address() {
    return Objects.requireNonNull(address);
  }

  /** Runs statements in it. */
  void run(String... statements) throws SQLException {
    Sql.run(address(), statements);
  }

  /** The same, as somebody who may read every table but one. */
  PostgresAddress readerOfAllBut(String table) throws SQLException {
    run(
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN PASSWORD 'hunter2'",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        "REVOKE SELECT ON " + table + " FROM reader");
    return address().as("reader", "hunter2");
  }

  /** What its tables hold now, read over so many connections. */
  List<Backup.Table> digests(int connections) throws SQLException {
    return TableDigests.of(address().dataSource(), connections, PartProgress.NONE);
  }
}
