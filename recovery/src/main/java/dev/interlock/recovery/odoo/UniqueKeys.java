package dev.interlock.recovery.odoo;

import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unique keys that Odoo's register names and that are not there. Odoo registers a key also when
 * it could not make it, for rows contradicted it; then production has none either. So a key is lost
 * when it is not there and the rows would allow it.
 */
final class UniqueKeys {

  private static final Pattern COLUMNS =
      Pattern.compile("(?i)\\s*unique\\s*\\(\\s*(\\w+(?:\\s*,\\s*\\w+)*)\\s*\\)\\s*");

  /** A unique key may also be kept by an index alone. */
  private static final String NOT_THERE =
      """
      select c.name, quote_ident(replace(o.model, '.', '_')), c.definition %s
      where c.type = 'u' and c.definition is not null
        and to_regclass(quote_ident(replace(o.model, '.', '_'))) is not null
        and not exists (select from pg_constraint p where p.conname = c.name)
        and not exists (select from pg_class i where i.relname = c.name and i.relkind = 'i')
      order by 1
      """
          .formatted(RegistryIsWhole.REGISTERED);

  private final Faults gone = new Faults();
  private long impossible;

  private record Key(String name, String table, List<String> columns) {}

  static UniqueKeys read(Session session) throws SQLException {
    UniqueKeys keys = new UniqueKeys();
    List<Key> absent = new ArrayList<>();
    session.each(NOT_THERE, row -> addKey(absent, row));
    for (Key key : absent) {
      keys.judge(session, key);
    }
    return keys;
  }

  /** Those that the rows would allow. */
  Faults gone() {
    return gone;
  }

  /** So many are not there, and the rows contradict them. */
  long impossible() {
    return impossible;
  }

  private static void addKey(List<Key> keys, ResultSet row) throws SQLException {
    Matcher columns = COLUMNS.matcher(row.getString(3));
    if (columns.matches()) {
      List<String> names = List.of(columns.group(1).split("\\s*,\\s*"));
      keys.add(new Key(row.getString(1), row.getString(2), names));
    }
  }

  private void judge(Session session, Key key) throws SQLException {
    if (!session.hasColumns(key.table().replace("\"", ""), key.columns())) {
      return;
    }
    String columns = "\"" + String.join("\", \"", key.columns()) + "\"";
    long twice =
        session.number(
            """
            select count(*) from (select from %s where num_nulls(%s) = 0
              group by %s having count(*) > 1 limit 1) as twice
            """
                .formatted(key.table(), columns, columns));
    if (twice == 0) {
      gone.add(key.name());
    } else {
      impossible++;
    }
  }
}
