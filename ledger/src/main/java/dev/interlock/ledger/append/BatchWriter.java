package dev.interlock.ledger.append;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.SignedCheckpoint;
import java.util.List;

/** The part of a store that makes batches durable. Called by one thread at a time. */
public interface BatchWriter extends AutoCloseable {

  /**
   * Appends entries in their order, one after the other, and covers them with a checkpoint.
   *
   * @return the checkpoint, whose last entries they are; all of it is on durable storage
   */
  SignedCheckpoint commit(List<Bytes> entries);

  @Override
  void close();
}
