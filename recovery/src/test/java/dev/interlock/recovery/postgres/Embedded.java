package dev.interlock.recovery.postgres;

import dev.interlock.goldens.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The PostgreSQL that needs no installation and brings no tools along. */
public final class Embedded implements AutoCloseable {

  private final EmbeddedPostgres server;

  private Embedded(EmbeddedPostgres server) {
    this.server = server;
  }

  /** A new one. */
  public static Embedded start() {
    try {
      return new Embedded(
          EmbeddedPostgres.builder()
              .setPort(FreePort.next())
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("shared_buffers", "64MB")
              .setPGStartupWait(Duration.ofMinutes(2))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its superuser, who needs no password. */
  public PostgresAddress address() {
    return new PostgresAddress("localhost", server.getPort(), "postgres", "postgres", null);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
