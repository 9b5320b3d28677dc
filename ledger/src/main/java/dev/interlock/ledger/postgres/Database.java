package dev.interlock.ledger.postgres;

import dev.interlock.ledger.LedgerException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The database of a ledger, whose complaints come out as errors of this module. */
final class Database {

  private final Jdbi jdbi;

  Database(DataSource source) {
    this.jdbi = Jdbi.create(source);
  }

  /**
   * Reads. Each query sees what was committed when it began.
   *
   * @param doing what this is, a verb for the message when it fails
   */
  <T> T read(String doing, Function<Handle, T> body) {
    try {
      return jdbi.withHandle(body::apply);
    } catch (JdbiException e) {
      throw SqlErrors.of(doing, e);
    }
  }

  /**
   * Runs a transaction and returns only when it is committed.
   *
   * @throws LedgerException when it failed, with a message of its own when it broke in the commit:
   *     then nobody knows whether it took place
   */
  <T> T transaction(String doing, Function<Handle, T> body) {
    Handle handle = open(doing);
    boolean committing = false;
    try {
      handle.begin();
      T result = body.apply(handle);
      committing = true;
      handle.commit();
      return result;
    } catch (JdbiException e) {
      throw committing ? SqlErrors.unconfirmed(doing, e) : SqlErrors.of(doing, e);
    } finally {
      release(handle);
    }
  }

  private Handle open(String doing) {
    try {
      return jdbi.open();
    } catch (JdbiException e) {
      throw SqlErrors.of(doing, e);
    }
  }

  /**
   * Gives a connection back. What fails here changes nothing any more: the transaction is
   * committed, or the server ends it with the connection.
   */
  @SuppressWarnings("EmptyCatch")
  private static void release(Handle handle) {
    try (handle) {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (JdbiException e) {
      // The outcome is decided already, and told.
    }
  }
}
