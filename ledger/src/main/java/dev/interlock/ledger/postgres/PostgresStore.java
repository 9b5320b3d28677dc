package dev.interlock.ledger.postgres;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.ConsistencyProof;
import dev.interlock.ledger.InclusionProof;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.merkle.CompactTree;
import dev.interlock.ledger.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The readable part of a ledger in PostgreSQL. The entries stay there; their tree is kept here, and
 * grows by what others appended when somebody asks for the end. Nothing gets into the tree that a
 * trusted checkpoint does not cover, so every entry that is read can be held against it. Safe for
 * many threads.
 */
public final class PostgresStore implements LedgerView {

  private final Database database;
  private final Heads heads;
  private final Object refreshing = new Object();
  private final MerkleTree tree = new MerkleTree();
  private SignedCheckpoint latest;

  /** Reads the tree of a ledger up to the end that was found. */
  PostgresStore(Database database, Heads heads, Head head) {
    this.database = database;
    this.heads = heads;
    this.latest = head.checkpoint();
    load(0, head.size(), tree::append);
    if (!Bytes.of(tree.root(head.size())).equals(latest.checkpoint().root())) {
      throw otherRoot();
    }
  }

  /** Makes entries visible that were just committed, when the tree reaches up to them. */
  synchronized void publish(List<byte[]> leafHashes, SignedCheckpoint checkpoint) {
    if (tree.size() + leafHashes.size() == checkpoint.checkpoint().size()) {
      leafHashes.forEach(tree::append);
      latest = checkpoint;
    }
  }

  /** Refuses a state of the database that does not continue the one that was seen before. */
  synchronized void requireContinued(SignedCheckpoint found) {
    long size = found.checkpoint().size();
    if (size < tree.size()) {
      throw Heads.corrupted(
          "it was rolled back from "
              + tree.size()
              + " entries to "
              + size
              + " since it was opened");
    }
    if (size == tree.size() && !Bytes.of(tree.root(size)).equals(found.checkpoint().root())) {
      throw Heads.corrupted("its history was rewritten since it was opened");
    }
  }

  /** Looks where the ledger ends now. */
  private SignedCheckpoint refresh() {
    synchronized (refreshing) {
      SignedCheckpoint before = latest();
      SignedCheckpoint found = database.read("read the ledger", heads::read).checkpoint();
      if (found.equals(before)) {
        return found;
      }
      if (found.checkpoint().size() <= before.checkpoint().size()) {
        requireContinued(found);
      }
      return grow(found);
    }
  }

  private synchronized SignedCheckpoint latest() {
    return latest;
  }

  /** Takes in what a checkpoint covers, if the hashes in the database really are what it covers. */
  private SignedCheckpoint grow(SignedCheckpoint found) {
    long from = known();
    long to = found.checkpoint().size();
    List<byte[]> added = new ArrayList<>();
    load(from, to, added::add);
    synchronized (this) {
      // An append of this replica may have taken in some of them meanwhile.
      int taken = (int) Math.min(added.size(), tree.size() - from);
      List<byte[]> missing = added.subList(taken, added.size());
      CompactTree edge = CompactTree.edgeOf(tree);
      missing.forEach(edge::append);
      byte[] root = edge.size() == to ? edge.root() : tree.root(to);
      if (!Bytes.of(root).equals(found.checkpoint().root())) {
        throw otherRoot();
      }
      missing.forEach(tree::append);
      latest = tree.size() == to ? found : latest;
      return latest;
    }
  }

  private void load(long from, long to, Consumer<byte[]> sink) {
    long next = from;
    while (next < to) {
      long start = next;
      List<byte[]> some = database.read("read the tree", h -> Entries.hashes(h, start, to));
      if (some.isEmpty()) {
        throw Heads.corrupted("entry " + next + " is missing");
      }
      some.forEach(sink);
      next += some.size();
    }
  }

  private static LedgerException otherRoot() {
    return Heads.corrupted("its entries do not hash to the root of its last checkpoint");
  }

  private synchronized long known() {
    return tree.size();
  }

  /** How many entries there are, without asking the database where that is not necessary. */
  private long sizeBeyond(long wanted) {
    long known = known();
    return wanted < known ? known : refresh().checkpoint().size();
  }

  @Override
  public String origin() {
    return heads.origin();
  }

  @Override
  public long size() {
    return refresh().checkpoint().size();
  }

  @Override
  public SignedCheckpoint checkpoint() {
    return refresh();
  }

  @Override
  public Bytes read(long index) {
    Objects.checkIndex(index, sizeBeyond(index));
    byte[] found =
        database
            .read("read entry " + index, handle -> Entries.read(handle, index))
            .orElseThrow(() -> Heads.corrupted("entry " + index + " is missing"));
    Bytes entry = Bytes.of(found);
    if (!InclusionProof.leafHash(entry).equals(leaf(index))) {
      throw Heads.corrupted("entry " + index + " was replaced");
    }
    return entry;
  }

  private synchronized Bytes leaf(long index) {
    return Bytes.of(tree.leaf(index));
  }

  @Override
  public InclusionProof inclusion(long index, long size) {
    checkSize(size);
    synchronized (this) {
      return new InclusionProof(index, size, bytes(tree.inclusion(index, size)));
    }
  }

  @Override
  public ConsistencyProof consistency(long from, long to) {
    checkSize(to);
    synchronized (this) {
      return new ConsistencyProof(from, to, bytes(tree.consistency(from, to)));
    }
  }

  @Override
  public Bytes root(long size) {
    checkSize(size);
    synchronized (this) {
      return Bytes.of(tree.root(size));
    }
  }

  private void checkSize(long size) {
    Objects.checkIndex(size, sizeBeyond(size - 1) + 1);
  }

  private static List<Bytes> bytes(List<byte[]> hashes) {
    return hashes.stream().map(Bytes::of).toList();
  }

  /** The connections are the caller's; nothing else is held. */
  @Override
  public void close() {}
}
