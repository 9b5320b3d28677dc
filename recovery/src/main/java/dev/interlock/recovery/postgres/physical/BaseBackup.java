package dev.interlock.recovery.postgres.physical;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresVersion;
import dev.interlock.recovery.postgres.Sessions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Copies the data directory of a running server between {@code pg_backup_start} and {@code
 * pg_backup_stop}. It needs no tool, but must be able to read the directory, and the server must
 * archive its log: without the log a copy is worth nothing.
 */
public final class BaseBackup {

  private static final int NAMES_SINCE = 15;
  private static final String CANCELED = "57014";

  private final PostgresAddress server;
  private final Path data;
  private final Duration patience;

  /**
   * Copies nothing yet.
   *
   * @param server a database of it, for a user who may make backups
   * @param data its data directory
   * @param patience how long to wait for the log to be archived
   */
  public BaseBackup(PostgresAddress server, Path data, Duration patience) {
    this.server = server;
    this.data = data;
    this.patience = patience;
  }

  /**
   * A copy that was made.
   *
   * @param system number of the server's data
   * @param first the first file of the log that a restore needs
   * @param last the last that it needs to be whole; more bring it further
   * @param begun when it was begun
   * @param whole the earliest moment that it can be brought to
   */
  public record Made(
      PostgresVersion version,
      String system,
      WalSegment first,
      WalSegment last,
      Instant begun,
      Instant whole) {}

  /**
   * Copies.
   *
   * @param to takes the copy as a zip file; is left open
   * @throws Fault BACKUP_FAILED, DATABASE_UNREACHABLE
   */
  public Made to(OutputStream to) {
    try (Connection connection = Sessions.connect(server)) {
      return copy(connection, to);
    } catch (SQLException e) {
      throw failed(CANCELED.equals(e.getSQLState()) ? notArchived() : e.getMessage(), e);
    } catch (IOException e) {
      throw failed(e.getMessage(), e);
    }
  }

  private Made copy(Connection connection, OutputStream to) throws SQLException, IOException {
    PostgresVersion version =
        PostgresVersion.of(Sessions.text(connection, "SHOW server_version")).orElseThrow();
    requireArchive(connection);
    ControlFile control = ControlFile.in(data);
    control.requireOf(connection);
    long size =
        Long.parseLong(
            Sessions.text(connection, "SELECT pg_size_bytes(current_setting('wal_segment_size'))"));
    Point begun = point(connection, start(version), size);
    try (ClusterCopy copy = new ClusterCopy(to)) {
      copy.add(data);
      Sessions.run(connection, "SET statement_timeout = " + patience.toMillis());
      Point whole = stop(connection, version, size, copy);
      return new Made(
          version, control.name(), begun.segment(), whole.segment(), begun.at(), whole.at());
    }
  }

  private record Point(WalSegment segment, Instant at) {}

  private static String start(PostgresVersion version) {
    String call =
        version.major() >= NAMES_SINCE
            ? "pg_backup_start('interlock', true)"
            : "pg_start_backup('interlock', true, false)";
    return "SELECT clock_timestamp(), pg_walfile_name(lsn) FROM " + call + " AS lsn";
  }

  private static Point point(Connection connection, String sql, long size) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return point(row, size);
    }
  }

  private static Point point(ResultSet row, long size) throws SQLException {
    return new Point(
        WalSegment.named(row.getString(2), size).orElseThrow(),
        row.getObject(1, OffsetDateTime.class).toInstant());
  }

  /** The server answers when all of the log that the copy needs is archived. */
  private static Point stop(
      Connection connection, PostgresVersion version, long size, ClusterCopy copy)
      throws SQLException, IOException {
    String call =
        version.major() >= NAMES_SINCE ? "pg_backup_stop(true)" : "pg_stop_backup(false, true)";
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT clock_timestamp(), pg_walfile_name(lsn), labelfile FROM " + call)) {
      row.next();
      copy.add("backup_label", row.getString(3));
      return point(row, size);
    }
  }

  private void requireArchive(Connection connection) throws SQLException {
    if (Sessions.text(connection, "SHOW archive_mode").equals("off")) {
      throw failed(
          "it does not archive its log: set archive_mode and archive_command, and restart it",
          null);
    }
  }

  private String notArchived() {
    return "its log was not archived within "
        + patience
        + ": does its archive_command fail? The server's own log says so";
  }

  private Fault failed(@Nullable String why, @Nullable Exception cause) {
    String message = "the copy of the server of " + server + " failed: " + why;
    return cause == null
        ? new Fault(RecoveryCode.BACKUP_FAILED.code(), message)
        : new Fault(RecoveryCode.BACKUP_FAILED.code(), message, cause);
  }
}
