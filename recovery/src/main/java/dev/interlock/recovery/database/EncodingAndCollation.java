package dev.interlock.recovery.database;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/**
 * Text is UTF-8, and sorts as it did when its indexes were built: a copied data directory on
 * another system finds rows no more whose order has changed.
 */
public final class EncodingAndCollation implements RestoreCheck {

  @Override
  public String name() {
    return "database/encoding-and-collation";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      String encoding = String.valueOf(session.text("show server_encoding"));
      return new Tally(name())
          .wrongWhen(!encoding.equals("UTF8"), "the encoding is " + encoding + ", not UTF8")
          .none("collations-changed", changed(session), "collations sort in another way now")
          .otherwise("UTF8, and text sorts as it did");
    }
  }

  private static Faults changed(Session session) throws SQLException {
    Faults changed =
        session.faults(
            """
            select c.collname from pg_collation c
            where c.collversion is not null
              and c.collversion is distinct from pg_collation_actual_version(c.oid)
              and exists (select from pg_attribute a join pg_class t on t.oid = a.attrelid
                          where a.attcollation = c.oid and t.oid >= 16384)
            order by 1
            """);
    // Before PostgreSQL 15 a database did not know the version of its own collation.
    if (session.hasColumn("pg_database", "datcollversion")) {
      session.each(
          """
          select datname from pg_database
          where datname = current_database() and datcollversion is not null
            and datcollversion is distinct from pg_database_collation_actual_version(oid)
          """,
          row -> changed.add("of the database " + row.getString(1)));
    }
    return changed;
  }
}
