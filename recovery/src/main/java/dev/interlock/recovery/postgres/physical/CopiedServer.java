package dev.interlock.recovery.postgres.physical;

import dev.interlock.recovery.postgres.PostgresVersion;
import dev.interlock.recovery.postgres.Sessions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What a server that is copied tells of itself.
 *
 * @param system number of its data
 * @param segment how large the files of its log are, in bytes
 */
record CopiedServer(PostgresVersion version, String system, long segment) {

  /**
   * Asks it.
   *
   * @throws IOException when a copy of it would be worth nothing
   */
  static CopiedServer of(Connection server) throws SQLException, IOException {
    requireArchive(server);
    return new CopiedServer(
        PostgresVersion.of(Sessions.text(server, "SHOW server_version")).orElseThrow(),
        Sessions.text(server, "SELECT system_identifier::text FROM pg_control_system()"),
        Long.parseLong(
            Sessions.text(server, "SELECT pg_size_bytes(current_setting('wal_segment_size'))")));
  }

  private static void requireArchive(Connection server) throws SQLException, IOException {
    if (Sessions.text(server, "SHOW archive_mode").equals("off")) {
      throw new IOException(
          "it does not archive its log: set archive_mode and archive_command, and restart it");
    }
    if (Sessions.text(server, "SELECT pg_is_in_recovery()").equals("t")) {
      throw new IOException("it only follows another server: copy that one");
    }
  }

  /** Its clock. */
  static Instant now(Connection server) throws SQLException {
    try (Statement statement = server.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** Copying another server's files while this one waits would go unnoticed until the restore. */
  void requireOf(ControlFile control) throws IOException {
    if (!control.name().equals(system)) {
      throw new IOException(control.where() + " is that of another server");
    }
  }

  /** What a copy that could not be made because of the log is told as. */
  static String notArchived(Duration patience) {
    return "its log was not archived within "
        + patience
        + ": does its archive_command fail? The server's own log says so";
  }
}
