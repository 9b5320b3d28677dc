package dev.interlock.bench.ledger;

import dev.interlock.goldens.FreePort;
import dev.interlock.ledger.PostgresLedger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;

/** A real PostgreSQL with an empty ledger and a plain table; what it acknowledges is on disk. */
final class BenchDatabase implements AutoCloseable {

  private static final String NAME = "bench";
  private static final String RUNTIME = "bench_runtime";

  private final EmbeddedPostgres server;

  private BenchDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one in a directory, which stays. */
  static BenchDatabase start(Path directory) throws IOException, SQLException {
    BenchDatabase database =
        new BenchDatabase(
            EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start());
    DataSource administrator = database.server.getPostgresDatabase();
    run(administrator, "create role " + RUNTIME + " login", "create database " + NAME);
    DataSource owner = database.server.getDatabase("postgres", NAME);
    PostgresLedger.migrate(owner, RUNTIME);
    run(owner, "create table plain (data bytea not null)", "grant insert on plain to " + RUNTIME);
    return database;
  }

  private static void run(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The ledger over a pool of its own, as one replica has it. */
  PostgresLedger replica() {
    return PostgresLedger.open(
        pool(),
        BenchEntries.ORIGIN,
        BenchEntries.key(),
        List.of(),
        Duration.ofMinutes(1),
        InstantSource.system());
  }

  /** A connection that commits each statement. */
  Connection connect() throws SQLException {
    return server.getDatabase(RUNTIME, NAME).getConnection();
  }

  /**
   * Enough of a pool for a measurement: one to open a connection for each append hides the rest.
   */
  @SuppressWarnings("deprecation")
  private DataSource pool() {
    PGPoolingDataSource pool = new PGPoolingDataSource();
    pool.setServerNames(new String[] {"localhost"});
    pool.setPortNumbers(new int[] {server.getPort()});
    pool.setDatabaseName(NAME);
    pool.setUser(RUNTIME);
    pool.setMaxConnections(4);
    return pool;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
