package dev.interlock.recovery.database;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.List;

/**
 * Every row keeps the rules of its table: columns that must not be empty are not, checks hold, and
 * what is unique is there once. PostgreSQL asks that when a row is written, and of all rows when a
 * dump is restored; of a copied server nobody did. Rules that exclude rows by other operators than
 * equality are not asked.
 */
public final class RowsKeepRules implements RestoreCheck {

  /** Tables of the company, not those of PostgreSQL. */
  private static final String OWN =
      """
      t.relkind = 'r' and t.relpersistence <> 't' and t.relnamespace not in
        (select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema'))
      """;

  /**
   * For each table, the question for the names of what its rows contradict; all in one pass. A
   * planner may take for granted that a column is not null. What a driver would take for a
   * parameter is left out.
   */
  private static final String ROWS =
      """
      select format('select concat_ws('', '', %s) from only %s', string_agg(
          format('case when bool_or(%s) then %L end', r.broken, r.name), ', '), r.tab::regclass)
      from (
        select a.attrelid as tab, format('num_nulls(%I) > 0', a.attname) as broken,
          a.attrelid::regclass || '.' || a.attname || ' is empty' as name
        from pg_attribute a where a.attnotnull and a.attnum > 0 and not a.attisdropped
        union all
        select k.conrelid, format('(%s) is false', pg_get_expr(k.conbin, k.conrelid)), k.conname
        from pg_constraint k where k.contype = 'c' and k.convalidated) as r
      join pg_class t on t.oid = r.tab
      where position('?' in r.broken) = 0 and {own}
      group by r.tab order by r.tab
      """
          .replace("{own}", OWN);

  /** For each unique index, the question for its name when a value is there twice. */
  private static final String TWICE =
      """
      select question from (
        select i.indexrelid, format('select %L where exists (select from only %s where %s'
            || ' group by %s having count(*) > 1)',
          i.indexrelid::regclass, t.oid::regclass,
          concat_ws(' and ', '(' || pg_get_expr(i.indpred, i.indrelid) || ')',
            case when to_jsonb(i) ->> 'indnullsnotdistinct' = 'true' then 'true'
              else (select string_agg(k.key || ' is not null', ' and ') from keys k) end),
          (select string_agg(k.key, ', ') from keys k)) as question
        from pg_index i
        join pg_class t on t.oid = i.indrelid
        where i.indisunique and i.indisvalid and {own}) as asked
      where position('?' in question) = 0 order by indexrelid
      """
          .replace(
              "keys k",
              "(select pg_get_indexdef(i.indexrelid, n, false) as key"
                  + " from generate_series(1, i.indnkeyatts) as n) as k")
          .replace("{own}", OWN);

  @Override
  public String name() {
    return "database/rows-keep-rules";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      List<String> tables = session.texts(ROWS);
      List<String> indexes = session.texts(TWICE);
      Faults broken = new Faults();
      session.eachOf(tables, row -> add(broken, row.getString(1)));
      Faults twice = new Faults();
      session.eachOf(indexes, row -> twice.add(row.getString(1)));
      return new Tally(name())
          .count("tables", tables.size())
          .count("unique", indexes.size())
          .none("broken", broken, "rules that rows contradict")
          .none("twice", twice, "unique indexes of which a value is there twice")
          .otherwise("every row keeps the rules of its table");
    }
  }

  private static void add(Faults faults, String names) {
    if (!names.isEmpty()) {
      faults.add(names);
    }
  }
}
