package dev.interlock.server.database;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes along: a real one, started with its data in the data folder and stopped
 * cleanly. It listens on loopback and asks everybody for a password from its first moment on. When
 * it dies, it is started again at the same address.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
  private static final Duration TO_START = Duration.ofSeconds(60);

  /** Short: a start that was refused is not told apart from one that takes long. */
  private static final Duration TO_COME_BACK = Duration.ofSeconds(10);

  private static final String ASK_FOR_PASSWORD =
      """
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final DataFolder folder;
  private final String password;
  private final int port;
  private EmbeddedPostgres postgres;
  private volatile boolean closed;

  private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres, String password) {
    this.folder = folder;
    this.postgres = postgres;
    this.password = password;
    this.port = postgres.getPort();
  }

  /**
   * Starts it; a first start makes the database.
   *
   * @throws Fault when it doesn't come up
   */
  public static EmbeddedDatabase start(DataFolder folder) {
    String password = Secret.in(passwordFile(folder));
    try {
      Orphan.in(data(folder)).ifPresent(Orphan::stop);
      UnpackedPostgres.provide(folder.resolve("binaries"));
      EmbeddedDatabase started =
          new EmbeddedDatabase(
              folder, begin(folder, password, LoopbackPort.free(), TO_START), password);
      started.watch();
      return started;
    } catch (IOException | IllegalStateException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "the embedded PostgreSQL did not start: " + e.getMessage() + "; see " + log(folder),
          e);
    }
  }

  private static Path passwordFile(DataFolder folder) {
    return folder.resolve("database.password");
  }

  private static Path data(DataFolder folder) {
    return folder.resolve("postgresql");
  }

  private static Path log(DataFolder folder) {
    return folder.resolve("postgresql.log");
  }

  private static EmbeddedPostgres begin(DataFolder folder, String password, int port, Duration wait)
      throws IOException {
    Path rules = Files.writeString(folder.resolve("pg_hba.conf"), ASK_FOR_PASSWORD);
    Redirect log = Redirect.appendTo(log(folder).toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
        .setDataDirectory(data(folder))
        .setPort(port)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setLocaleConfig("pwfile", passwordFile(folder).toString())
        .setLocaleConfig("locale", "C.UTF-8")
        .setConnectConfig("password", password)
        .setServerConfig("hba_file", rules.toString())
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "on")
        .setServerConfig("max_connections", "100")
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setPGStartupWait(wait)
        .start();
  }

  /** Where it listens, for the user who owns everything. */
  public DatabaseAddress owner() {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
  }

  private void watch() {
    Thread.ofVirtual().name("database-watch").start(this::outlive);
  }

  /**
   * Looks whether it runs before every wait: one that died while it was being started is noticed
   * like any other.
   */
  private void outlive() {
    try {
      while (!closed) {
        Optional<ProcessHandle> running = running();
        if (running.isPresent()) {
          running.get().onExit().join();
        } else if (!tried()) {
          Thread.sleep(BETWEEN_TRIES);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ProcessHandle> running() {
    try {
      return Orphan.in(data(folder)).map(Orphan::process);
    } catch (IOException e) {
      LOG.error("whether the embedded PostgreSQL runs can't be read", e);
      return Optional.empty();
    }
  }

  /** What is left of the old one may stand in the way for a moment. */
  private synchronized boolean tried() {
    if (closed) {
      return true;
    }
    LOG.error("the embedded PostgreSQL has died; it is started again, see {}", log(folder));
    try {
      postgres.close();
      forgetFailedStart();
      postgres = begin(folder, password, port, TO_COME_BACK);
      LOG.warn("the embedded PostgreSQL is back on port {}", port);
      return true;
    } catch (IOException | IllegalStateException e) {
      LOG.error("the embedded PostgreSQL does not come back yet: {}", e.getMessage());
      return false;
    }
  }

  /**
   * A start that failed keeps the library's lock for as long as this process lives, and would
   * refuse every later one. Nobody else can hold it: the data folder has a lock of its own.
   */
  private void forgetFailedStart() throws IOException {
    Files.deleteIfExists(data(folder).resolve("epg-lock"));
  }

  /** Stops it; whoever is connected is cut off, nothing that was committed is lost. */
  @Override
  public void close() {
    closed = true;
    stop();
  }

  private synchronized void stop() {
    try {
      postgres.close();
      // One that took longer to come back than was waited for belongs to nobody.
      Orphan.in(data(folder)).ifPresent(Orphan::stop);
    } catch (IOException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "the embedded PostgreSQL did not stop cleanly",
          e);
    }
  }
}
