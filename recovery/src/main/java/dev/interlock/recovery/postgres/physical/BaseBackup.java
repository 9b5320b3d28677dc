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

/**
 * Copies the data directory of a running server between {@code pg_backup_start} and {@code
 * pg_backup_stop}. It needs no tool, but must be able to read the directory, and the server must
 * archive its log: without the log a copy is worth nothing.
 */
public final class BaseBackup implements ServerCopy {

  private static final int NAMES_SINCE = 15;
  private static final String CANCELED = "57014";

  private final PostgresAddress address;
  private final Path data;
  private final Duration patience;

  /**
   * Copies nothing yet.
   *
   * @param address a database of it, for a user who may make backups
   * @param data its data directory
   * @param patience how long to wait for the log to be archived
   */
  public BaseBackup(PostgresAddress address, Path data, Duration patience) {
    this.address = address;
    this.data = data;
    this.patience = patience;
  }

  @Override
  public Made to(OutputStream to) {
    try (Connection connection = Sessions.connect(address)) {
      Sessions.beLeftAlone(connection);
      return copy(connection, to);
    } catch (SQLException e) {
      boolean late = CANCELED.equals(e.getSQLState());
      throw failed(late ? CopiedServer.notArchived(patience) : String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    }
  }

  private Made copy(Connection connection, OutputStream to) throws SQLException, IOException {
    CopiedServer server = CopiedServer.of(connection);
    server.requireOf(ControlFile.in(data));
    Point begun = point(connection, start(server.version()), server.segment());
    try (ClusterCopy copy = new ClusterCopy(to)) {
      copy.add(data);
      Sessions.run(connection, "SET statement_timeout = " + patience.toMillis());
      Point whole = stop(connection, server, copy);
      return new Made(
          server.version(),
          server.system(),
          begun.segment(),
          whole.segment(),
          begun.at(),
          whole.at());
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
  private static Point stop(Connection connection, CopiedServer server, ClusterCopy copy)
      throws SQLException, IOException {
    String call =
        server.version().major() >= NAMES_SINCE
            ? "pg_backup_stop(true)"
            : "pg_stop_backup(false, true)";
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT clock_timestamp(), pg_walfile_name(lsn), labelfile FROM " + call)) {
      row.next();
      copy.add(ClusterCopy.LABEL, row.getString(3));
      return point(row, server.segment());
    }
  }

  private Fault failed(String why, Exception cause) {
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(),
        "the copy of the server of " + address + " failed: " + why,
        cause);
  }
}
