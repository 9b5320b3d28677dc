package dev.interlock.recovery.postgres.digest;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Some blocks of a table.
 *
 * @param end the first block that is not in it; {@link #OPEN} for all that follow
 */
record Piece(Target target, long begin, long end, long bytes) {

  static final long OPEN = -1;

  /**
   * Reads it, in the transaction of the connection, the way a dump does: one message is one row.
   * Digests are made here and not by the server, which takes more than twice as long for them.
   */
  Sums read(Connection connection) throws SQLException {
    RowDigest digest = new RowDigest();
    try {
      CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql());
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        digest.add(row);
      }
      return digest.sums();
    } catch (SQLException e) {
      String message = "table " + target.name() + ": " + e.getMessage();
      throw new SQLException(message, e.getSQLState(), e);
    }
  }

  private String sql() {
    String columns = target.columns().stream().map(Column::expression).collect(joining(", "));
    return "COPY (SELECT " + columns + " FROM ONLY " + target.quoted() + range() + ") TO STDOUT";
  }

  private String range() {
    if (begin == 0 && end == OPEN) {
      return "";
    }
    String from = " WHERE ctid >= '(" + begin + ",0)'::tid";
    return end == OPEN ? from : from + " AND ctid < '(" + end + ",0)'::tid";
  }
}
