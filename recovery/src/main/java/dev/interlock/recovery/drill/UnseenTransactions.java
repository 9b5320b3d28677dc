package dev.interlock.recovery.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions that a snapshot did not see, and that are committed all the same in a server that
 * recovered up to it. What it saw as committed is so here too, as PostgreSQL writes that down first
 * and shows it then. Only numbers that it did not see are asked for: a part of a transaction has a
 * number of its own, but is committed only together with the whole.
 *
 * @param visible as {@code txid_current_snapshot} tells it
 */
record UnseenTransactions(String visible) {

  /** One that is too long ago for an answer may have been committed. */
  private static final String ENDED =
      """
      WITH noted AS (SELECT ?::txid_snapshot AS seen)
      SELECT count(*) FROM (
        SELECT txid_snapshot_xip(seen) AS number FROM noted
        UNION ALL
        SELECT generate_series(txid_snapshot_xmax(seen),
                               txid_snapshot_xmax(txid_current_snapshot()) - 1) FROM noted) unseen
      WHERE coalesce(txid_status(number), 'committed') = 'committed'
      """;

  /** How many. */
  long ended(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ENDED)) {
      statement.setString(1, visible);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
