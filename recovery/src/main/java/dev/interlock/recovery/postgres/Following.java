package dev.interlock.recovery.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A server that only follows another one, which PostgreSQL calls a standby: it may be behind for
 * hours, nothing that is locked there holds anybody off at the other one, and it ends whoever reads
 * for so long that it can't follow.
 */
final class Following {

  /** What helps against being ended. */
  static final String HINT =
      "this server follows another one and may end whoever reads for long: set hot_standby_feedback"
          + " = on or a longer max_standby_streaming_delay there, or save from the other server";

  /** A drill takes more for a clock that is wrong. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  /**
   * The commit that was followed last, told by the clock of the other server. Where none was since
   * the start, all that was committed before the last checkpoint is there.
   */
  private static final String UP_TO =
      "SELECT coalesce(pg_last_xact_replay_timestamp(),"
          + " (SELECT checkpoint_time FROM pg_control_checkpoint())), clock_timestamp()"
          + " WHERE pg_is_in_recovery()";

  private Following() {}

  /**
   * Up to when it has followed: all that was committed before is there. To be asked before the
   * moment of a snapshot is fixed.
   *
   * @param longest it may be behind for no longer
   * @return empty when it follows nobody
   * @throws SQLException when it is, or seems so because nobody wrote to the other server
   */
  static Optional<Instant> upTo(Connection connection, Duration longest) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(UP_TO)) {
      return row.next() ? Optional.of(upTo(row, longest)) : Optional.empty();
    }
  }

  private static Instant upTo(ResultSet row, Duration longest) throws SQLException {
    Instant followed = row.getObject(1, OffsetDateTime.class).toInstant();
    Instant now = row.getObject(2, OffsetDateTime.class).toInstant();
    if (Duration.between(followed, now).compareTo(longest) > 0) {
      throw new SQLException(
          "it only follows another server, and the last that it has of that one is of "
              + followed
              + "\n  save from the other server, or see why this one is behind; when nobody has"
              + " written there since, SELECT txid_current() there is enough");
    }
    return followed;
  }
}
