package dev.interlock.server.faults;

import dev.interlock.server.database.DatabaseAddress;
import dev.interlock.server.database.ExternalDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of one's own that can be killed, and comes back at the same address. */
public final class Postmaster implements AutoCloseable {

  private final Path folder;
  private EmbeddedPostgres postgres;

  private Postmaster(Path folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /** One of its own in a folder, which must be there. */
  public static Postmaster start(Path folder) throws IOException {
    return new Postmaster(folder, builder(folder).start());
  }

  private static EmbeddedPostgres.Builder builder(Path folder) {
    Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setPGStartupWait(Duration.ofMinutes(2));
  }

  /** How a server gets at it. */
  public ExternalDatabase database() {
    String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    return new ExternalDatabase(
        new DatabaseAddress(url, "postgres", "any"), new DatabaseAddress(url, "erp-app", "any"));
  }

  /** As {@code kill -9}: nobody is asked, nothing is written back. */
  public void kill() throws Exception {
    Path file = folder.resolve("data/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
    postgres.close();
  }

  void restart() throws IOException {
    postgres = builder(folder).setPort(postgres.getPort()).start();
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
