package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.ConsistencyProof;
import dev.interlock.ledger.InclusionProof;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.merkle.MerkleTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The readable part of a ledger file: what the last checkpoint covers. Safe for many threads. */
public final class Store implements LedgerView {

  private final String origin;
  private final MerkleTree tree;
  private final Offsets offsets;
  private final EntryReader entries;
  private SignedCheckpoint latest;

  Store(Path file, Loaded loaded) {
    this.origin = loaded.extent().origin();
    this.tree = loaded.tree();
    this.offsets = loaded.offsets();
    this.latest = loaded.latest();
    this.entries = new EntryReader(file);
  }

  /** Makes entries visible together with the checkpoint that covers them. */
  synchronized void publish(
      List<byte[]> leafHashes, List<Long> newOffsets, SignedCheckpoint checkpoint) {
    leafHashes.forEach(tree::append);
    newOffsets.forEach(offsets::add);
    latest = checkpoint;
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public synchronized long size() {
    return latest.checkpoint().size();
  }

  @Override
  public synchronized SignedCheckpoint checkpoint() {
    return latest;
  }

  @Override
  public Bytes read(long index) {
    long offset;
    byte[] leafHash;
    synchronized (this) {
      Objects.checkIndex(index, size());
      offset = offsets.get(index);
      leafHash = tree.leaf(index);
    }
    Bytes entry = entries.read(index, offset);
    if (!InclusionProof.leafHash(entry).equals(Bytes.of(leafHash))) {
      throw new LedgerException(
          LedgerError.CORRUPTED, "entry " + index + " was replaced since the ledger was opened");
    }
    return entry;
  }

  @Override
  public synchronized InclusionProof inclusion(long index, long size) {
    checkSize(size);
    return new InclusionProof(index, size, bytes(tree.inclusion(index, size)));
  }

  @Override
  public synchronized ConsistencyProof consistency(long from, long to) {
    checkSize(to);
    return new ConsistencyProof(from, to, bytes(tree.consistency(from, to)));
  }

  @Override
  public synchronized Bytes root(long size) {
    checkSize(size);
    return Bytes.of(tree.root(size));
  }

  private void checkSize(long size) {
    Objects.checkIndex(size, size() + 1);
  }

  private static List<Bytes> bytes(List<byte[]> hashes) {
    return hashes.stream().map(Bytes::of).toList();
  }

  @Override
  public void close() {
    entries.close();
  }
}
