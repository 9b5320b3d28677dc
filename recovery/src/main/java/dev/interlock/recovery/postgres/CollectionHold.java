package dev.interlock.recovery.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps Odoo from removing files of attachments while a backup runs. Its garbage collection locks
 * {@code ir_attachment} in SHARE mode before it removes anything. That mode does not go together
 * with ROW EXCLUSIVE, in which we hold the table; ordinary writers take ROW EXCLUSIVE themselves
 * and do not notice.
 *
 * <p>Begun inside of a transaction, before it has read anything: a collection that is under way is
 * waited for, and what is read afterwards no longer speaks of the files it removed.
 */
record CollectionHold(boolean held, String why) {

  private static final String TABLE = "to_regclass('public.ir_attachment')";

  /** Whether there is something to hold; asked before the transaction begins. */
  static boolean applies(Connection connection) throws SQLException {
    return Sessions.text(connection, "SELECT " + TABLE + "::text") != null;
  }

  /** Tries to; a database that does not allow it is backed up all the same. */
  static CollectionHold take(Connection connection) throws SQLException {
    Sessions.run(connection, "SAVEPOINT hold");
    CollectionHold hold = lock(connection);
    // No snapshot can be exported from inside; the lock stays.
    Sessions.run(connection, "RELEASE SAVEPOINT hold");
    return hold;
  }

  private static CollectionHold lock(Connection connection) throws SQLException {
    try {
      Sessions.run(connection, "LOCK TABLE public.ir_attachment IN ROW EXCLUSIVE MODE");
      return new CollectionHold(true, "no file of an attachment is removed while the backup runs");
    } catch (SQLException e) {
      Sessions.run(connection, "ROLLBACK TO SAVEPOINT hold");
      return new CollectionHold(
          false, "files of attachments may be removed while the backup runs: " + e.getMessage());
    }
  }

  /** For a server that only follows the one that Odoo collects at: it would lock nobody out. */
  static CollectionHold elsewhere() {
    return new CollectionHold(
        false,
        "files of attachments may be removed while the backup runs: this server only follows another"
            + " one, where Odoo can't be held off from here");
  }

  /** For a database that is none of Odoo's. */
  static CollectionHold none() {
    return new CollectionHold(false, "there is no table ir_attachment");
  }
}
