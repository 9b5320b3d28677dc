package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.query.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Digests of tables, good enough for small ones. */
final class TestDigests {

  private TestDigests() {}

  static List<Backup.Table> of(DataSource database) throws SQLException {
    List<Backup.Table> tables = new ArrayList<>();
    try (Session session = Session.open(database)) {
      List<String> names =
          session.texts(
              """
              select relname from pg_class where relkind = 'r'
                and relnamespace = 'public'::regnamespace order by 1
              """);
      for (String name : names) {
        session.each(
            "select count(*), md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from only \""
                + name
                + "\" t",
            row -> tables.add(new Backup.Table(name, row.getLong(1), row.getString(2))));
      }
    }
    return tables;
  }
}
