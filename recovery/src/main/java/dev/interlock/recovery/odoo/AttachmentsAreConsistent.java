package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows of attachments agree with themselves: a file is named by its SHA-1, its size is known
 * and the same in all rows that share it, and content kept in the database has its size.
 */
public final class AttachmentsAreConsistent implements RestoreCheck {

  /** Modules may keep files elsewhere, and then say so with a name such as {@code s3://…}. */
  private static final String HERE =
      "from ir_attachment where store_fname is not null and position('://' in store_fname) = 0";

  @Override
  public String name() {
    return "odoo/attachments-are-consistent";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      session.require("ir_attachment");
      return new Tally(name())
          .count("rows", session.number("select count(*) from ir_attachment"))
          .none(
              "other-name",
              ids(
                  session,
                  HERE + " and store_fname is distinct from left(checksum, 2) || '/' || checksum"),
              "attachments whose file is not named by their checksum")
          .none(
              "no-digest",
              ids(session, HERE + " and checksum !~ '^[0-9a-f]{40}$'"),
              "attachments whose checksum is none")
          .none(
              "no-size",
              ids(session, HERE + " and (file_size is null or file_size < 0)"),
              "attachments without a size")
          .none(
              "two-sizes",
              session.faults(
                  "select store_fname "
                      + HERE
                      + " group by 1 having count(distinct file_size) > 1"),
              "files to which rows give different sizes")
          .none(
              "other-size-in-database",
              ids(
                  session,
                  "from ir_attachment where db_datas is not null"
                      + " and octet_length(db_datas) is distinct from coalesce(file_size, 0)"),
              "attachments in the database with another size")
          .none(
              "other-content-in-database",
              otherContent(session),
              "attachments in the database with other content than their checksum tells")
          .otherwise("the rows of attachments agree");
    }
  }

  /** Contents are read one after the other, for each may be large. */
  private static Faults otherContent(Session session) throws SQLException {
    Faults other = new Faults();
    List<String> kept =
        session.texts(
            "select id from ir_attachment where db_datas is not null and checksum is not null"
                + " and octet_length(db_datas) is not distinct from file_size order by id");
    for (String id : kept) {
      session.each(
          "select checksum, db_datas from ir_attachment where id = ?",
          row -> compare(row, id, other),
          Long.valueOf(id));
    }
    return other;
  }

  private static void compare(ResultSet row, String id, Faults other) throws SQLException {
    if (!Sha1.of(row.getBytes(2)).equals(row.getString(1))) {
      other.add(id);
    }
  }

  private static Faults ids(Session session, String from) throws SQLException {
    return session.faults("select id " + from + " order by id");
  }
}
