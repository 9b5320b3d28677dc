package dev.interlock.recovery.postgres.digest;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All tables that a backup must bring back: those of the system, of this session and of extensions
 * are left out, as they come with the server, and so are unlogged ones, which not even a restart
 * after a crash brings back. A partition by hash is not listed by itself: where its rows lie
 * depends on the server.
 */
final class Targets {

  private static final String SQL =
      """
      SELECT c.oid::bigint, n.nspname::text, c.relname::text, c.relkind = 'r',
             NOT EXISTS (SELECT FROM pg_partition_ancestors(c.oid) AS above
                         JOIN pg_partitioned_table p ON p.partrelid = above.relid
                         WHERE above.relid <> c.oid AND p.partstrat = 'h'),
             coalesce(pg_relation_size(c.oid), 0) / current_setting('block_size')::int,
             coalesce(pg_table_size(c.oid), 0),
             ARRAY(SELECT a.attname::text FROM pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                     AND a.attgenerated <> 'v'
                   ORDER BY a.attname::text COLLATE "C"),
             ARRAY(SELECT a.atttypid = 'bytea'::regtype FROM pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                     AND a.attgenerated <> 'v'
                   ORDER BY a.attname::text COLLATE "C"),
             ARRAY(SELECT above.relid::oid::bigint FROM pg_partition_ancestors(c.oid) AS above
                   WHERE above.relid <> c.oid)
      """;

  /** The tables, as {@code c}, and their schemas, as {@code n}. */
  static final String TOLD =
      """
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p'
        AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
        AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                          AND d.deptype = 'e')
      """;

  private Targets() {}

  static List<Target> of(Connection connection) throws SQLException {
    List<Target> targets = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL + TOLD)) {
      while (rows.next()) {
        targets.add(target(rows));
      }
    }
    return targets;
  }

  private static Target target(ResultSet row) throws SQLException {
    return new Target(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getBoolean(5),
        row.getBoolean(4),
        new Target.Size(row.getLong(6), row.getLong(7)),
        columns((String[]) array(row, 8), (Boolean[]) array(row, 9)),
        List.of((Long[]) array(row, 10)));
  }

  private static List<Column> columns(String[] names, Boolean[] binary) {
    return IntStream.range(0, names.length).mapToObj(i -> new Column(names[i], binary[i])).toList();
  }

  private static Object array(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array.getArray();
  }
}
