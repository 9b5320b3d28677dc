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
 * Every row that another one speaks of is there. PostgreSQL asks that when a row is written, and of
 * all rows when a dump is restored; rows that were removed while triggers were off are missed only
 * by whoever looks for them.
 */
public final class ForeignKeysHold implements RestoreCheck {

  /** For each foreign key, the question for its name when a row contradicts it. */
  private static final String QUESTIONS =
      """
      select format('select %L where exists (select from %s c where %s'
          || ' and not exists (select from %s p where %s))',
        k.conname, case when t.relkind = 'r' then 'only ' else '' end || t.oid::regclass,
        string_agg(format('c.%I is not null', a.attname), ' and '),
        case when r.relkind = 'r' then 'only ' else '' end || r.oid::regclass,
        string_agg(format('p.%I = c.%I', b.attname, a.attname), ' and '))
      from pg_constraint k
      join pg_class t on t.oid = k.conrelid and t.relkind in ('r', 'p')
      join pg_class r on r.oid = k.confrelid
      cross join lateral unnest(k.conkey, k.confkey) as u (mine, its)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = u.mine
      join pg_attribute b on b.attrelid = r.oid and b.attnum = u.its
      where k.contype = 'f' and k.convalidated and k.conparentid = 0
      group by k.oid, k.conname, t.oid, t.relkind, r.oid, r.relkind order by k.conname
      """;

  @Override
  public String name() {
    return "database/foreign-keys-hold";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      List<String> questions = session.texts(QUESTIONS);
      Faults broken = new Faults();
      session.eachOf(questions, row -> broken.add(row.getString(1)));
      return new Tally(name())
          .count("foreign-keys", questions.size())
          .none("broken", broken, "keys to rows that are not there")
          .otherwise("every row that another one speaks of is there");
    }
  }
}
