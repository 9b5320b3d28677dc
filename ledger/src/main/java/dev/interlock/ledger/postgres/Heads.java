package dev.interlock.ledger.postgres;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.append.Signer;
import dev.interlock.ledger.merkle.CompactTree;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the last checkpoint and believes it only when it holds: key, origin, entries, tree. */
final class Heads {

  private static final String LATEST =
      """
      select entries, size, note, edge
      from (select coalesce(max(index) + 1, 0) as entries from ledger.entry) as counted
      left join lateral (select size, note, edge from ledger.checkpoint
        order by size desc limit 1) as latest on true
      """;

  private final String origin;
  private final List<VerificationKey> keys;

  /** The last whose signature was checked, which takes half a millisecond. */
  private volatile @Nullable SignedCheckpoint known;

  Heads(String origin, Collection<VerificationKey> keys) {
    this.origin = origin;
    this.keys = List.copyOf(keys);
  }

  /** The ledger's name. */
  String origin() {
    return origin;
  }

  /** The end of the ledger, which a new one gets here. Call it under the writers' lock. */
  Head readOrBegin(Handle handle, Signer signer) {
    Row row = row(handle);
    if (row.note() == null && row.entries() == 0) {
      insert(handle, signer.first(), new CompactTree());
      row = row(handle);
    }
    return check(row);
  }

  /** The end of the ledger. */
  Head read(Handle handle) {
    return check(row(handle));
  }

  /** Puts a checkpoint on top. */
  static void insert(Handle handle, SignedCheckpoint checkpoint, CompactTree edge) {
    handle
        .createUpdate("insert into ledger.checkpoint (size, note, edge) values (?, ?, ?)")
        .bind(0, checkpoint.checkpoint().size())
        .bind(1, checkpoint.note())
        .bind(2, edge.nodes())
        .execute();
  }

  private static Row row(Handle handle) {
    return handle
        .createQuery(LATEST)
        .map((row, context) ->
            new Row(
                row.getLong("entries"),
                row.getLong("size"),
                row.getString("note"),
                row.getBytes("edge")))
        .one();
  }

  private Head check(Row row) {
    if (row.note() == null || row.edge() == null) {
      throw corrupted("no checkpoint covers its " + row.entries() + " entries");
    }
    SignedCheckpoint checkpoint = trusted(row.note());
    Checkpoint state = checkpoint.checkpoint();
    if (state.size() != row.size() || state.size() != row.entries()) {
      throw corrupted(
          "its last checkpoint covers " + state.size() + " entries, there are " + row.entries());
    }
    Optional<CompactTree> edge = CompactTree.ofNodes(row.size(), row.edge());
    if (edge.isEmpty() || !Bytes.of(edge.get().root()).equals(state.root())) {
      throw corrupted("the edge of its tree does not hash to the root of its last checkpoint");
    }
    return new Head(checkpoint, edge.get());
  }

  /** A checkpoint that holds on its own. */
  private SignedCheckpoint trusted(String note) {
    @Nullable SignedCheckpoint before = known;
    if (before != null && before.note().equals(note)) {
      return before;
    }
    SignedCheckpoint read = parse(note);
    if (!read.signedBy(keys)) {
      throw new LedgerException(
          LedgerError.WRONG_KEY,
          "PostgreSQL: the last checkpoint of the ledger, over "
              + read.checkpoint().size()
              + " entries, is not signed by the key given: it is another ledger's, or forged");
    }
    if (!read.checkpoint().origin().equals(origin)) {
      throw new LedgerException(
          LedgerError.WRONG_KEY,
          "PostgreSQL: this is the ledger " + read.checkpoint().origin() + ", not " + origin);
    }
    known = read;
    return read;
  }

  /** Reads a checkpoint as the database keeps it. */
  static SignedCheckpoint parse(String note) {
    try {
      return SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
    } catch (LedgerException e) {
      throw corrupted("a checkpoint cannot be read: " + e.getMessage());
    }
  }

  /** That the database no longer holds what was acknowledged. */
  static LedgerException corrupted(String why) {
    return new LedgerException(
        LedgerError.CORRUPTED,
        "PostgreSQL: the ledger is damaged: "
            + why
            + "; nothing was changed: restore the database from a backup, then compare it with a"
            + " checkpoint kept elsewhere");
  }

  /** As it comes from the database; note and edge are null where there is no checkpoint. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(long entries, long size, @Nullable String note, byte @Nullable [] edge) {}
}
