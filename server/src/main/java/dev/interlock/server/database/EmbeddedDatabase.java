package dev.interlock.server.database;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The PostgreSQL that comes along: a real one, started with its data in the data folder and stopped
 * cleanly. It listens on loopback and asks everybody for a password from its first moment on.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String ASK_FOR_PASSWORD =
      """
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts it; a first start makes the database.
   *
   * @throws Fault when it doesn't come up
   */
  public static EmbeddedDatabase start(DataFolder folder) {
    Path passwordFile = folder.resolve("database.password");
    String password = Secret.in(passwordFile);
    Path data = folder.resolve("postgresql");
    Path log = folder.resolve("postgresql.log");
    try {
      Orphan.in(data).ifPresent(Orphan::stop);
      UnpackedPostgres.provide(folder.resolve("binaries"));
      Path rules = Files.writeString(folder.resolve("pg_hba.conf"), ASK_FOR_PASSWORD);
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setLocaleConfig("locale", "C.UTF-8")
              .setConnectConfig("password", password)
              .setServerConfig("hba_file", rules.toString())
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", "on")
              .setServerConfig("max_connections", "100")
              .setOutputRedirector(Redirect.appendTo(log.toFile()))
              .setErrorRedirector(Redirect.appendTo(log.toFile()))
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      return new EmbeddedDatabase(postgres, password);
    } catch (IOException | IllegalStateException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "the embedded PostgreSQL did not start: " + e.getMessage() + "; see " + log,
          e);
    }
  }

  /** Where it listens, for the user who owns everything. */
  public DatabaseAddress owner() {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", password);
  }

  /** Stops it; whoever is connected is cut off, nothing that was committed is lost. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "the embedded PostgreSQL did not stop cleanly",
          e);
    }
  }
}
