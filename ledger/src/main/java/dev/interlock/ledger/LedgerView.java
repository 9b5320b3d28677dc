package dev.interlock.ledger;

/** A ledger as readers see it: entries that a signed checkpoint covers, and proofs about them. */
public interface LedgerView extends AutoCloseable {

  /** The ledger's unique name. */
  String origin();

  /** How many entries can be read. Never shrinks. */
  long size();

  /**
   * One entry.
   *
   * @param index from 0, below {@link #size}; IndexOutOfBoundsException otherwise
   * @throws LedgerException CORRUPTED when the stored bytes have changed
   */
  Bytes read(long index);

  /** The latest checkpoint; it covers exactly {@link #size} entries. */
  SignedCheckpoint checkpoint();

  /**
   * That an entry is in the tree of a size.
   *
   * @param index below {@code size}
   * @param size at most {@link #size}
   */
  InclusionProof inclusion(long index, long size);

  /**
   * That the tree of one size continues that of a smaller one.
   *
   * @param from at most {@code to}
   * @param to at most {@link #size}
   */
  ConsistencyProof consistency(long from, long to);

  /** The root as it was at a size, at most {@link #size}. */
  Bytes root(long size);

  /** Releases files and locks; harmless when repeated. */
  @Override
  void close();
}
