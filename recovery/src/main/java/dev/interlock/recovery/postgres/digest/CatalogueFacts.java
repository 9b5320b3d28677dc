package dev.interlock.recovery.postgres.digest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the catalogue tells of how tables are read: where their rows lie, what they and their
 * columns are called, whose parts they are, and the words of enumerated types. Rows are those of a
 * snapshot; all of this is what it is now, for everybody.
 */
record CatalogueFacts(Set<Fact> facts) {

  /** One that an older snapshot sees and a newer one does not is one that changed. */
  private static final String SQL =
      "WITH told AS (SELECT c.oid, n.nspname || '.' || c.relname AS name, c.relfilenode "
          + Targets.TOLD
          + """
          )
          SELECT name, concat_ws(' ', 'table', oid, relfilenode,
                   (SELECT string_agg(i.inhparent::oid::text, ' ' ORDER BY i.inhseqno)
                      FROM pg_inherits i WHERE i.inhrelid = told.oid))
            FROM told
          UNION ALL
          SELECT name, concat_ws(' ', 'column', oid, a.attnum, a.atttypid::oid, a.attname)
            FROM told JOIN pg_attribute a ON a.attrelid = told.oid
           WHERE a.attnum > 0 AND NOT a.attisdropped
          UNION ALL
          SELECT 'type ' || n.nspname || '.' || t.typname,
                 concat_ws(' ', 'word', e.oid, e.enumlabel)
            FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
            JOIN pg_namespace n ON n.oid = t.typnamespace
          """;

  /** Something about a table or a type. */
  record Fact(String name, String what) {}

  /** As the present transaction of the connection sees them. */
  static CatalogueFacts of(Connection connection) throws SQLException {
    Set<Fact> facts = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      while (rows.next()) {
        facts.add(new Fact(rows.getString(1), rows.getString(2)));
      }
    }
    return new CatalogueFacts(facts);
  }

  /** Names of what is no longer as it is told here; sorted. */
  List<String> lostIn(CatalogueFacts later) {
    return facts.stream()
        .filter(fact -> !later.facts().contains(fact))
        .map(Fact::name)
        .distinct()
        .sorted()
        .toList();
  }
}
