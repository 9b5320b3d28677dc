package dev.interlock.recovery.backup;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.filestore.AttachmentFile;
import dev.interlock.recovery.filestore.FileListWriter;
import dev.interlock.recovery.filestore.FileTotals;
import dev.interlock.recovery.postgres.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The files that a database speaks of at the moment of a snapshot. */
public final class AttachmentFiles {

  private static final int ROWS_AT_A_TIME = 5_000;

  /**
   * As {@link dev.interlock.recovery.filestore.AttachmentFile#isName} has it; without a backslash,
   * which means something else where a database says that {@code standard_conforming_strings} is
   * off.
   */
  private static final String USUAL =
      "(store_fname ~ '^[0-9a-f]{2}/[0-9a-f]{40}$'"
          + " AND left(store_fname, 2) = substr(store_fname, 4, 2))";

  private static final String FILES =
      """
      SELECT store_fname COLLATE "C" AS name, greatest(max(file_size), 0) AS bytes
      FROM public.ir_attachment WHERE %s
      GROUP BY 1 ORDER BY 1
      """
          .formatted(USUAL);

  /** Modules that keep files elsewhere name them such as {@code s3://…}. */
  private static final String MISNAMED =
      """
      SELECT id FROM public.ir_attachment
      WHERE NOT %s AND position('://' IN store_fname) = 0 ORDER BY 1
      """
          .formatted(USUAL);

  private static final String THERE = "SELECT to_regclass('public.ir_attachment') IS NOT NULL";

  private AttachmentFiles() {}

  /**
   * Writes the list; it is empty for a database that is none of Odoo's.
   *
   * @throws Fault BACKUP_FAILED when the database does not answer
   */
  public static FileTotals list(Snapshot snapshot, OutputStream to) {
    try (Connection connection = snapshot.join()) {
      return list(connection, to);
    } catch (SQLException | IOException e) {
      throw unlisted(e);
    }
  }

  /**
   * The ids of the attachments whose file has a name that Odoo gives none: nobody can tell where it
   * is, so it is in no list. Those that a module keeps elsewhere are none of them.
   *
   * @throws Fault BACKUP_FAILED when the database does not answer
   */
  public static List<Long> misnamed(Snapshot snapshot) {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = snapshot.join();
        Statement statement = connection.createStatement()) {
      if (isThere(statement)) {
        try (ResultSet rows = statement.executeQuery(MISNAMED)) {
          while (rows.next()) {
            ids.add(rows.getLong(1));
          }
        }
      }
      return ids;
    } catch (SQLException e) {
      throw unlisted(e);
    }
  }

  private static Fault unlisted(Exception e) {
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(), "the attachments can't be listed: " + e.getMessage(), e);
  }

  /**
   * Writes the list of a database that nobody writes to.
   *
   * @param connection in which rows are fetched a few at a time when it does not commit by itself
   */
  public static FileTotals list(Connection connection, OutputStream to)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        FileListWriter list = new FileListWriter(to)) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      if (isThere(statement)) {
        write(statement, list);
      }
      return list.finish();
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(THERE)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void write(Statement statement, FileListWriter list)
      throws SQLException, IOException {
    try (ResultSet rows = statement.executeQuery(FILES)) {
      while (rows.next()) {
        list.add(new AttachmentFile(rows.getString(1), rows.getLong(2)));
      }
    }
  }
}
