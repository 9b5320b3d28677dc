package dev.interlock.recovery.canary;

import dev.interlock.evidence.Backup.Canary;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.query.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Plants a canary into a running Odoo: an attachment of its own, belonging to no document, that
 * only administrators see. The one before is taken away when no backup and no removal of files is
 * under way; otherwise it stays until the next time.
 */
public final class PlantCanary {

  /** Name of the attachment. */
  public static final String NAME = "interlock-canary";

  /** User 1 is Odoo's own, in every series. */
  private static final String INSERT =
      """
      INSERT INTO public.ir_attachment (name, type, mimetype, store_fname, checksum, file_size,
        public, create_uid, write_uid, create_date, write_date)
      VALUES (?, 'binary', 'text/plain', ?, ?, ?, false, 1, 1,
        now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC')
      RETURNING id, create_date
      """;

  private static final String READ_ONLY = "25006";

  private final DataSource database;
  private final Path filestore;

  /** Into this database, and this folder of its files. */
  public PlantCanary(PostgresAddress database, Path filestore) {
    this.database = database.dataSource();
    this.filestore = filestore;
  }

  /**
   * Plants one; the file first, so that no row ever speaks of a file that is not there.
   *
   * @param now is written into the file, for people who find it
   * @throws Fault BACKUP_FAILED when the user of the database or of this program may not
   */
  public Canary run(String environment, Instant now) {
    CanaryFile file = CanaryFile.fitting(filestore, environment, now);
    try {
      file.write(filestore);
      Canary canary = insert(file);
      sweep(canary);
      return canary;
    } catch (SQLException | IOException e) {
      throw failed(file, e);
    }
  }

  private Canary insert(CanaryFile file) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, NAME);
      insert.setString(2, file.name());
      insert.setString(3, file.sha1());
      insert.setInt(4, file.bytes().length);
      try (ResultSet row = insert.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the database kept no row");
        }
        Instant planted = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new Canary(row.getLong(1), file.name(), file.digest(), planted);
      }
    }
  }

  /** As Odoo removes files: with a lock that does not go together with backups or writers. */
  private void sweep(Canary newest) throws IOException {
    List<String> files = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE public.ir_attachment IN SHARE MODE NOWAIT");
      try (ResultSet rows =
          statement.executeQuery(
              "DELETE FROM public.ir_attachment WHERE name = '%s' AND res_model IS NULL AND id < %d"
                      .formatted(NAME, newest.attachment())
                  + " AND store_fname ~ '^[0-9a-f]{2}/[0-9a-f]{40}$' RETURNING store_fname")) {
        while (rows.next()) {
          files.add(rows.getString(1));
        }
      }
      connection.commit();
    } catch (SQLException _) {
      return; // somebody writes just now, or this user may not delete: next time
    }
    for (String file : files) {
      Files.deleteIfExists(filestore.resolve(file));
    }
  }

  private Fault failed(CanaryFile file, Exception why) {
    try {
      // After a lost connection the row may be there: a file too many is better than one too few.
      if (why instanceof SQLException && !isKept(file)) {
        Files.deleteIfExists(file.in(filestore));
      }
    } catch (IOException | SQLException e) {
      why.addSuppressed(e);
    }
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(),
        "the canary could not be planted: " + String.valueOf(why.getMessage()).strip() + hint(why),
        why);
  }

  private static String hint(Exception why) {
    return why instanceof SQLException refused && READ_ONLY.equals(refused.getSQLState())
        ? "\n  this server can't be written to: name the one that Odoo writes to, or save without a"
            + " canary"
        : "";
  }

  private boolean isKept(CanaryFile file) throws SQLException {
    try (Session session = Session.open(database)) {
      return session.number(
              "select count(*) from public.ir_attachment where store_fname = ?", file.name())
          > 0;
    }
  }
}
