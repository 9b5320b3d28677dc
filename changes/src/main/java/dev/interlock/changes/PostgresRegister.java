package dev.interlock.changes;

import dev.interlock.changes.register.RegisterMigration;
import dev.interlock.changes.register.StoredRegister;
import dev.interlock.ledger.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A register in PostgreSQL (14 or newer), one to a database. Any number of processes append to it
 * and read it at the same time; each sees what the others appended.
 */
public final class PostgresRegister implements ChangeRegister {

  private final StoredRegister stored;

  private PostgresRegister(StoredRegister stored) {
    this.stored = stored;
  }

  /**
   * Creates the schema {@code changes} or brings it up to date; harmless when repeated.
   *
   * @param owner connects as the role that owns the schema
   * @param runtimeRole a role that exists; it gets USAGE, SELECT and INSERT, and loses all else
   * @throws dev.interlock.finding.Fault when the database fails
   */
  public static void migrate(DataSource owner, String runtimeRole) {
    RegisterMigration.run(owner, runtimeRole);
  }

  /** The register behind connections as the runtime role, which stay the caller's. */
  public static PostgresRegister open(DataSource runtime) {
    return new PostgresRegister(new StoredRegister(runtime));
  }

  @Override
  public RecordedEvent append(NewEvent event, Collection<Bytes> contents) {
    return stored.append(event, contents);
  }

  @Override
  public long position() {
    return stored.position();
  }

  @Override
  public List<RecordedEvent> after(long position, int limit) {
    return stored.after(position, limit);
  }

  @Override
  public Map<String, Bytes> contents(Collection<String> hashes) {
    return stored.contents(hashes);
  }
}
