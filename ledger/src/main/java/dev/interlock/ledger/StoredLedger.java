package dev.interlock.ledger;

/** What a ledger is asked is answered by its store, wherever that keeps the entries. */
abstract sealed class StoredLedger implements Ledger permits FileLedger, PostgresLedger {

  /** Where the entries are. */
  abstract LedgerView store();

  @Override
  public final String origin() {
    return store().origin();
  }

  @Override
  public final long size() {
    return store().size();
  }

  @Override
  public final Bytes read(long index) {
    return store().read(index);
  }

  @Override
  public final SignedCheckpoint checkpoint() {
    return store().checkpoint();
  }

  @Override
  public final InclusionProof inclusion(long index, long size) {
    return store().inclusion(index, size);
  }

  @Override
  public final ConsistencyProof consistency(long from, long to) {
    return store().consistency(from, to);
  }

  @Override
  public final Bytes root(long size) {
    return store().root(size);
  }
}
