package dev.interlock.recovery.database;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.odoo.DocumentNumbers;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The next id of every table is a new one, and so is the next number of every kind of document. A
 * sequence that lags lets the first new row fail, or gives two documents the same number.
 */
public final class SequencesAreAhead implements RestoreCheck {

  /** So many tables are asked with one statement. */
  private static final int TOGETHER = 50;

  /** For each sequence that fills a column, the question how far both are. */
  private static final String QUESTIONS =
      """
      with used as (
        select d.objid as seq, d.refobjid as tab, d.refobjsubid as col from pg_depend d
        where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
          and d.deptype in ('a', 'i') and d.refobjsubid > 0
        union
        select d.refobjid, f.adrelid, f.adnum from pg_depend d
        join pg_attrdef f on d.classid = 'pg_attrdef'::regclass and d.objid = f.oid
        where d.refclassid = 'pg_class'::regclass
        union
        select s.oid, t.oid, a.attnum from pg_class s
        join pg_class t on t.relnamespace = s.relnamespace and s.relname = t.relname || '_id_seq'
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'id')
      select format('select %L, last_value, is_called, (select max(%I)::bigint from %s) from %s',
        s.oid::regclass, a.attname, t.oid::regclass, s.oid::regclass)
      from used join pg_class s on s.oid = used.seq and s.relkind = 'S'
      join pg_sequence q on q.seqrelid = s.oid and q.seqincrement > 0
      join pg_class t on t.oid = used.tab and t.relkind in ('r', 'p')
      join pg_attribute a on a.attrelid = t.oid and a.attnum = used.col and a.atttypid in
        ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
      order by s.oid::regclass::text
      """;

  @Override
  public String name() {
    return "database/sequences-are-ahead";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      List<String> questions = session.texts(QUESTIONS);
      DocumentNumbers documents = DocumentNumbers.read(session);
      return new Tally(name())
          .count("sequences", questions.size())
          .none("behind", behind(session, questions), "sequences lag behind their tables")
          .none("no-sequence", withoutSequence(session), "tables of models get no new ids")
          .count("document-sequences", documents.sequences())
          .none(
              "document-sequence-gone", documents.gone(), "sequences of document numbers are gone")
          .none("number-taken", documents.taken(), "the next number is in use already")
          .otherwise("the next ids and numbers are new ones");
    }
  }

  private static Faults behind(Session session, List<String> questions) throws SQLException {
    Faults behind = new Faults();
    for (int from = 0; from < questions.size(); from += TOGETHER) {
      List<String> some = questions.subList(from, Math.min(from + TOGETHER, questions.size()));
      session.each(String.join("\nunion all ", some), row -> compare(row, behind));
    }
    return behind;
  }

  private static void compare(ResultSet row, Faults behind) throws SQLException {
    long next = row.getLong(2) + (row.getBoolean(3) ? 1 : 0);
    long max = row.getLong(4);
    if (!row.wasNull() && max >= next) {
      behind.add("%s gives %d, %d is in use".formatted(row.getString(1), next, max));
    }
  }

  private static Faults withoutSequence(Session session) throws SQLException {
    if (!session.hasTable("ir_model")) {
      return new Faults();
    }
    return session.faults(
        """
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and not a.atthasdef and a.attidentity = ''
          and c.relname in (select replace(model, '.', '_') from ir_model) order by 1
        """);
  }
}
