package dev.interlock.ledger.postgres;

import dev.interlock.ledger.BatchWatch;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.append.GroupCommit;
import dev.interlock.ledger.append.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** A ledger in a database that was found sound. */
public final class OpenedLedger implements AutoCloseable {

  private final Database database;
  private final PostgresStore store;
  private final GroupCommit appends;

  private OpenedLedger(Database database, PostgresStore store, GroupCommit appends) {
    this.database = database;
    this.store = store;
    this.appends = appends;
  }

  /**
   * Opens it, and begins it where the tables are empty.
   *
   * @param keys that may have signed the last checkpoint
   * @param patience how long an append waits for other replicas
   * @param watch sees each batch of appends
   */
  public static OpenedLedger open(
      DataSource runtime,
      Signer signer,
      Collection<VerificationKey> keys,
      Duration patience,
      BatchWatch watch) {
    Database database = new Database(runtime);
    RuntimeRole.requireHarmless(database);
    Heads heads = new Heads(signer.origin(), keys);
    Turn turn = new Turn(database, patience);
    Head head = turn.take("open the ledger", handle -> heads.readOrBegin(handle, signer));
    PostgresStore store = new PostgresStore(database, heads, head);
    PostgresWriter writer = new PostgresWriter(turn, heads, signer, store);
    return new OpenedLedger(database, store, new GroupCommit(writer, watch));
  }

  /** The readable part. */
  public PostgresStore store() {
    return store;
  }

  /** Appends entries durably. */
  public Receipt append(List<Bytes> entries) {
    return appends.append(entries);
  }

  /** Writes all of it into a new ledger file. */
  public void export(Path file) {
    new Export(database, store).to(file);
  }

  @Override
  public void close() {
    appends.close();
  }
}
