package dev.interlock.recovery;

import dev.interlock.goldens.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A PostgreSQL for all tests of a run; what it holds need not last. */
final class FixtureServer {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private FixtureServer() {}

  /** It ends with the virtual machine. */
  private static final class Running {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "64MB")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Connections to a database. */
  static DataSource connect(String database) {
    return Running.SERVER.getDatabase("postgres", database);
  }

  /** A new database, a copy of another. */
  static String copyOf(String template) throws SQLException {
    String name = "db" + NUMBER.incrementAndGet();
    run(connect("postgres"), "create database " + name + " template " + template);
    return name;
  }

  /** Removes a database. */
  static void drop(String name) throws SQLException {
    run(connect("postgres"), "drop database " + name + " with (force)");
  }

  /** Runs statements. */
  static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
