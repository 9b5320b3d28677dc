package dev.interlock.recovery.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What the server of a snapshot is to others: people write to it, or it follows such a one. */
sealed interface ServerRole {

  /**
   * Asks for it; before the moment of a snapshot is fixed.
   *
   * @throws SQLException also when it follows another server, and is too far behind
   */
  static ServerRole of(Connection connection) throws SQLException {
    return Following.upTo(connection, Following.LONGEST)
        .<ServerRole>map(Standby::new)
        .orElseGet(Primary::new);
  }

  /** Keeps Odoo from removing files of attachments, in the transaction of the connection. */
  CollectionHold hold(Connection connection) throws SQLException;

  /**
   * Up to when all that was committed is there.
   *
   * @param now the moment that was fixed, by the clock of the server
   */
  Instant point(Instant now);

  /** What may help when the moment was lost, as a further line; empty when nobody knows. */
  String hint();

  /** One that people write to. */
  record Primary() implements ServerRole {

    @Override
    public CollectionHold hold(Connection connection) throws SQLException {
      return CollectionHold.take(connection);
    }

    @Override
    public Instant point(Instant now) {
      return now;
    }

    @Override
    public String hint() {
      return "";
    }
  }

  /**
   * One that only follows another server.
   *
   * @param upTo how far, by the clock of the other one
   */
  record Standby(Instant upTo) implements ServerRole {

    @Override
    public CollectionHold hold(Connection connection) {
      return CollectionHold.elsewhere();
    }

    @Override
    public Instant point(Instant now) {
      return upTo;
    }

    @Override
    public String hint() {
      return "\n  " + Following.HINT;
    }
  }
}
