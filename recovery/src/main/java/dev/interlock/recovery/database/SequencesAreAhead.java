package dev.interlock.recovery.database;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.odoo.DocumentNumbers;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The next id of every table is a new one, and so is the next number of every kind of document. A
 * sequence that lags lets the first new row fail, or gives two documents the same number.
 */
public final class SequencesAreAhead implements RestoreCheck {

  /**
   * For each sequence that fills a column, the question for the number that it gives next, the
   * furthest number in use, its step, whether it may begin again, and whether it has one left.
   */
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
        select to_regclass(substring(pg_get_expr(f.adbin, f.adrelid) from $$nextval\\(\\('([^']+)'::text$$)),
          f.adrelid, f.adnum from pg_attrdef f
        union
        select s.oid, t.oid, a.attnum from pg_class s
        join pg_class t on t.relnamespace = s.relnamespace and s.relname = t.relname || '_id_seq'
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'id')
      select format('select %L, n, (select %s(%I)::numeric from %s), %s, n between %s and %s or %L'
          || ' from (select last_value::numeric + case when is_called then %s else 0 end as n'
          || ' from %s) as s',
        s.oid::regclass, case when q.seqincrement > 0 then 'max' else 'min' end, a.attname,
        t.oid::regclass, q.seqincrement, q.seqmin, q.seqmax, q.seqcycle, q.seqincrement,
        s.oid::regclass)
      from used join pg_class s on s.oid = used.seq and s.relkind = 'S'
      join pg_sequence q on q.seqrelid = s.oid
      join pg_class t on t.oid = used.tab and t.relkind in ('r', 'p')
      join pg_attribute a on a.attrelid = t.oid and a.attnum = used.col and a.atttypid in
        ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
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
      Faults behind = new Faults();
      Faults exhausted = new Faults();
      session.eachOf(questions, row -> compare(row, behind, exhausted));
      return new Tally(name())
          .count("sequences", questions.size())
          .none("behind", behind, "sequences lag behind their tables")
          .none("exhausted", exhausted, "sequences have no number left")
          .none("no-sequence", withoutSequence(session), "tables of models get no new ids")
          .count("document-sequences", documents.sequences())
          .none(
              "document-sequence-gone", documents.gone(), "sequences of document numbers are gone")
          .none("number-taken", documents.taken(), "the next number is in use already")
          .otherwise("the next ids and numbers are new ones");
    }
  }

  private static void compare(ResultSet row, Faults behind, Faults exhausted) throws SQLException {
    BigDecimal next = row.getBigDecimal(2);
    BigDecimal furthest = row.getBigDecimal(3);
    if (furthest != null && furthest.subtract(next).signum() * row.getLong(4) >= 0) {
      behind.add("%s gives %s, %s is in use".formatted(row.getString(1), next, furthest));
    } else if (!row.getBoolean(5)) {
      exhausted.add(row.getString(1));
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
