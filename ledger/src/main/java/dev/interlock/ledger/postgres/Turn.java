package dev.interlock.ledger.postgres;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * One writer at a time, over all replicas. Its lock is an advisory one of the transaction: the role
 * that appends may not lock rows or tables, because for that it would have to be allowed to change
 * them. The lock only keeps replicas from getting in each other's way; were it not taken, the
 * triggers and the primary key would let just one of two writers through.
 */
final class Turn {

  /** Both halves of the lock's name: "LEDG" and the version of this protocol. */
  private static final int[] LOCK = {0x4C454447, 1};

  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(1);

  private final Database database;
  private final Duration patience;

  /**
   * A turn.
   *
   * @param patience how long to wait for it
   */
  Turn(Database database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  /**
   * Waits for the lock and runs a transaction under it, which sees everything that the one before
   * committed.
   *
   * @throws LedgerException IN_USE when the turn did not come in time
   */
  <T> T take(String doing, Function<Handle, T> body) {
    return database.transaction(
        doing,
        handle -> {
          prepare(handle);
          lock(doing, handle);
          return body.apply(handle);
        });
  }

  /**
   * Whatever the connection was set to: with an older snapshot the transaction would not see what
   * the one before it did, and without synchronous commit an acknowledgement would be a lie. A
   * writer that freezes under the lock is thrown out by the server.
   */
  private void prepare(Handle handle) {
    handle.execute("set transaction isolation level read committed read write");
    boolean fsync =
        handle
            .createQuery(
                """
                select set_config('lock_timeout', :patience, true),
                  set_config('statement_timeout', :longest, true),
                  set_config('idle_in_transaction_session_timeout', :longest, true),
                  set_config('synchronous_commit', case current_setting('synchronous_commit')
                    when 'remote_apply' then 'remote_apply' else 'on' end, true),
                  current_setting('fsync')::boolean as fsync
                """)
            .bind("patience", Math.max(1, patience.toMillis()) + "ms")
            .bind("longest", patience.plus(LONGEST_STATEMENT).toMillis() + "ms")
            .map((row, context) -> row.getBoolean("fsync"))
            .one();
    if (!fsync) {
      throw new LedgerException(
          LedgerError.UNSAFE_DATABASE,
          "PostgreSQL runs with fsync = off: it would acknowledge what a power failure takes back;"
              + " set fsync = on");
    }
  }

  private void lock(String doing, Handle handle) {
    try {
      handle.execute("select pg_advisory_xact_lock(?, ?)", LOCK[0], LOCK[1]);
    } catch (JdbiException e) {
      throw SqlErrors.state(e).equals("55P03") ? late(doing) : SqlErrors.of(doing, e);
    }
  }

  private LedgerException late(String doing) {
    return new LedgerException(
        LedgerError.IN_USE,
        "PostgreSQL: cannot "
            + doing
            + ": another writer holds the ledger's lock for more than "
            + patience.toMillis()
            + " ms"
            + holder()
            + "; nothing was kept: end that session or try again");
  }

  /** Which session it is: what an administrator needs to end it. */
  private String holder() {
    return database
        .read(
            "ask who holds the lock",
            handle ->
                handle
                    .createQuery(
                        """
                        select pid from pg_locks
                        where locktype = 'advisory' and granted and objsubid = 2
                          and classid::bigint = :first and objid::bigint = :second
                          and database = (select oid from pg_database where datname = current_database())
                        """)
                    .bind("first", LOCK[0])
                    .bind("second", LOCK[1])
                    .mapTo(Integer.class)
                    .findFirst())
        .map(pid -> " (server process " + pid + ")")
        .orElse("");
  }
}
