package dev.interlock.recovery.database;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/** Every index is complete and in use, and the ids of every model are kept unique. */
public final class IndexesAreValid implements RestoreCheck {

  @Override
  public String name() {
    return "database/indexes-are-valid";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      return new Tally(name())
          .count(
              "indexes", session.number("select count(*) from pg_index where indexrelid >= 16384"))
          .none(
              "not-valid",
              session.faults(
                  """
                  select indexrelid::regclass::text from pg_index
                  where not (indisvalid and indisready and indislive) order by 1
                  """),
              "indexes are not valid")
          .none("ids-not-unique", notUnique(session), "tables of models whose ids are not unique")
          .otherwise("all indexes are valid");
    }
  }

  /** Tables of one's own need no key, those of models do. */
  private static Faults notUnique(Session session) throws SQLException {
    if (!session.hasTable("ir_model")) {
      return new Faults();
    }
    return session.faults(
        """
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and c.relname in (select replace(model, '.', '_') from ir_model)
          and not exists (select from pg_index i
            where i.indrelid = c.oid and i.indisunique and i.indnatts = 1
              and i.indkey[0] = a.attnum)
        order by 1
        """);
  }
}
