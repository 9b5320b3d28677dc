package dev.interlock.ledger.postgres;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.append.BatchWriter;
import dev.interlock.ledger.append.Signer;
import dev.interlock.ledger.merkle.CompactTree;
import dev.interlock.ledger.merkle.Hasher;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes each batch in one transaction: under the lock it reads where the ledger ends now, whoever
 * wrote that, and goes on from there. Not for use by two threads.
 */
final class PostgresWriter implements BatchWriter {

  private static final String INSERT =
      "insert into ledger.entry (index, hash, data) values (?, ?, ?)";

  private final Turn turn;
  private final Heads heads;
  private final Signer signer;
  private final PostgresStore store;
  private final Hasher hasher = new Hasher();
  private boolean closed;

  PostgresWriter(Turn turn, Heads heads, Signer signer, PostgresStore store) {
    this.turn = turn;
    this.heads = heads;
    this.signer = signer;
    this.store = store;
  }

  @Override
  public SignedCheckpoint commit(List<Bytes> entries) {
    if (closed) {
      throw new LedgerException(LedgerError.CLOSED, "PostgreSQL: the ledger is closed");
    }
    List<byte[]> contents = entries.stream().map(Bytes::toArray).toList();
    List<byte[]> leafHashes = contents.stream().map(hasher::leaf).toList();
    SignedCheckpoint checkpoint =
        turn.take("append", handle -> write(handle, contents, leafHashes));
    store.publish(leafHashes, checkpoint);
    return checkpoint;
  }

  private SignedCheckpoint write(Handle handle, List<byte[]> contents, List<byte[]> leafHashes) {
    Head head = heads.read(handle);
    store.requireContinued(head.checkpoint());
    CompactTree edge = head.edge();
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (int i = 0; i < contents.size(); i++) {
      batch.bind(0, head.size() + i).bind(1, leafHashes.get(i)).bind(2, contents.get(i)).add();
      edge.append(leafHashes.get(i));
    }
    batch.execute();
    SignedCheckpoint next = signer.next(edge.size(), edge.root(), head.checkpoint());
    Heads.insert(handle, next, edge);
    return next;
  }

  /** The connections are the caller's; nothing else is held. */
  @Override
  public void close() {
    closed = true;
  }
}
