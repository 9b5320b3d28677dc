package dev.interlock.recovery.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How much of a dump is in the database that it is loaded into. Rows come first; indexes and
 * foreign keys are built on them afterwards, which takes about as long: each half counts half.
 *
 * @param rows how many the dump has
 * @param built how many indexes and foreign keys
 */
record LoadedShare(long rows, long built) {

  /** What is all. */
  static final long WHOLE = 1000;

  /** Rows of tables that are loaded, and of those that are being loaded. */
  private static final String NOW =
      """
      SELECT (SELECT coalesce(sum(n_tup_ins), 0) FROM pg_stat_user_tables)
           + (SELECT coalesce(sum(tuples_processed), 0)
                FROM pg_stat_progress_copy WHERE datname = current_database()),
             (SELECT count(*) FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname <> 'pg_catalog' AND n.nspname !~ '^pg_toast')
           + (SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conparentid = 0)
      """;

  /** In thousandths. */
  long in(Connection database) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(NOW);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return (share(row.getLong(1), rows) + share(row.getLong(2), built)) / 2;
    }
  }

  private static long share(long done, long all) {
    return all == 0 ? WHOLE : Math.min(WHOLE, done * WHOLE / all);
  }
}
