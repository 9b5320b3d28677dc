package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.Verification;
import dev.interlock.ledger.Verification.Envelopes;
import dev.interlock.ledger.Verification.Failure;
import dev.interlock.ledger.Verification.TornTail;
import dev.interlock.ledger.file.Checked.Signed;
import dev.interlock.ledger.merkle.CompactTree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One pass over one file: rebuilds the tree and holds every checkpoint against it. */
final class Verifying {

  private final Path file;
  private final Trust trust;
  private final Optional<Checkpoint> kept;
  private final CompactTree tree = new CompactTree();
  private final History history = new History();

  private @Nullable Failure failure;
  private long signed;
  private long byOthers;

  Verifying(Path file, Trust trust, Optional<Checkpoint> kept) {
    this.file = file;
    this.trust = trust;
    this.kept = kept;
  }

  /**
   * Runs it.
   *
   * @param check of the frames on their own
   */
  Verification run(FrameCheck check, LongConsumer progress) {
    compareWithKept(0);
    Extent extent = Scan.run(file, check, this::take, progress);
    Optional<TornTail> torn = failure == null ? end(extent) : Optional.empty();
    return new Verification(
        extent.origin(),
        tree.size(),
        history.covered(),
        history.count(),
        Optional.ofNullable(history.latest()),
        new Envelopes(signed, byOthers),
        Optional.ofNullable(failure),
        torn);
  }

  private boolean take(Checked checked) {
    long offset = checked.frame().offset();
    if (checked.problem() != null) {
      failure = new Failure(tree.size(), tree.size(), offset, checked.problem());
    } else if (checked.leafHash() != null) {
      entry(checked, checked.leafHash());
      compareWithKept(offset);
    } else if (checked.checkpoint() != null) {
      checkpoint(checked.checkpoint(), offset);
    }
    return failure == null;
  }

  private void entry(Checked checked, byte[] leafHash) {
    tree.append(leafHash);
    signed += checked.signature() == Signed.YES ? 1 : 0;
    byOthers += checked.signature() == Signed.BY_OTHERS ? 1 : 0;
  }

  private void checkpoint(SignedCheckpoint found, long offset) {
    long first = history.covered();
    @Nullable String problem = history.next(found, tree.size(), tree::root);
    if (problem != null) {
      failure = new Failure(first, Math.max(first, tree.size() - 1), offset, problem);
    }
  }

  private void compareWithKept(long offset) {
    if (kept.isPresent()
        && kept.get().size() == tree.size()
        && !kept.get().root().equals(Bytes.of(tree.root()))) {
      failure =
          new Failure(
              0,
              Math.max(0, tree.size() - 1),
              offset,
              "history was rewritten: the entries do not hash to the root of the kept checkpoint");
    }
  }

  private Optional<TornTail> end(Extent extent) {
    @Nullable SignedCheckpoint latest = history.latest();
    @Nullable String damage =
        extent.problem() == null
            ? null
            : new TailSearch(file, trust.keys()).damage(extent, tree.size());
    if (latest == null) {
      failure = at(extent, "there is no whole checkpoint");
    } else if (damage != null) {
      failure = at(extent, extent.problem() + ", and this is no torn tail: " + damage);
    } else if (!extent.origin().equals(latest.checkpoint().origin())) {
      failure = new Failure(0, 0, 0, "the header names another ledger than the checkpoints");
    } else if (kept.isPresent()) {
      compareEnd(extent, kept.get());
    }
    return extent.rest() == 0 || damage != null
        ? Optional.empty()
        : Optional.of(new TornTail(extent.end(), extent.rest()));
  }

  private void compareEnd(Extent extent, Checkpoint keptCheckpoint) {
    if (!keptCheckpoint.origin().equals(extent.origin())) {
      failure =
          new Failure(
              0, 0, 0, "the kept checkpoint is of another ledger: " + keptCheckpoint.origin());
    } else if (keptCheckpoint.size() > tree.size()) {
      failure =
          new Failure(
              tree.size(),
              keptCheckpoint.size() - 1,
              extent.end(),
              "rolled back: the kept checkpoint covers "
                  + keptCheckpoint.size()
                  + " entries, the ledger holds "
                  + tree.size());
    }
  }

  private Failure at(Extent extent, String reason) {
    return new Failure(tree.size(), tree.size(), extent.end(), reason);
  }
}
