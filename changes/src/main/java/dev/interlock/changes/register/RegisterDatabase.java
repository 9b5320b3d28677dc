package dev.interlock.changes.register;

import dev.interlock.changes.RegisterCode;
import dev.interlock.finding.Fault;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The database of a register, whose complaints come out as faults. */
final class RegisterDatabase {

  /** Both halves of the lock's name: "CHNG" and the version of this protocol. */
  private static final String LOCK = "select pg_advisory_xact_lock(1128812103, 1)";

  private final Jdbi jdbi;

  RegisterDatabase(DataSource source) {
    this.jdbi = Jdbi.create(source);
  }

  /** Reads; each query sees what was committed when it began. */
  <T> T read(String doing, Function<Handle, T> body) {
    try {
      return jdbi.withHandle(body::apply);
    } catch (JdbiException e) {
      throw failed(doing, e);
    }
  }

  /**
   * Runs a transaction while no other replica does. It returns when what was written is durable,
   * whatever the connection was set to.
   */
  <T> T inTurn(String doing, Function<Handle, T> body) {
    try {
      return jdbi.inTransaction(handle -> {
        handle.execute("set transaction isolation level read committed read write");
        handle.execute("set local lock_timeout = '10s'");
        handle.execute("set local statement_timeout = '60s'");
        handle.execute("set local idle_in_transaction_session_timeout = '60s'");
        handle.execute("set local synchronous_commit = on");
        handle.execute(LOCK);
        return body.apply(handle);
      });
    } catch (JdbiException e) {
      throw failed(doing, e);
    }
  }

  private static Fault failed(String doing, JdbiException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    return new Fault(
        RegisterCode.STORAGE_FAILED.code(),
        "the register of changes cannot " + doing + ": " + reason,
        e);
  }
}
