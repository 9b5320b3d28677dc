package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.Verification;
import dev.interlock.ledger.Verification.Envelopes;
import dev.interlock.ledger.Verification.Failure;
import dev.interlock.ledger.Verification.Tail;
import dev.interlock.ledger.file.Checked.Signed;
import dev.interlock.ledger.merkle.CompactTree;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
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
  private final Map<Signed, Long> pending = new EnumMap<>(Signed.class);

  private @Nullable Failure failure;
  private long signed;
  private long byOthers;
  private long proven;
  private long provenEnd;

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
    compareWithKept(0, 0);
    Extent extent = Scan.run(file, trust.patience(), check, this::take, progress);
    if (failure == null) {
      failure = new EndCheck(file, trust.keys(), history, kept).failure(extent, tree.size());
    }
    return new Verification(
        extent.origin(),
        proven,
        history.count(),
        Optional.ofNullable(history.latest()),
        new Envelopes(signed, byOthers),
        Optional.ofNullable(failure),
        tail(extent));
  }

  private boolean take(Checked checked) {
    Frame frame = checked.frame();
    if (checked.problem() != null) {
      failure = new Failure(tree.size(), tree.size(), frame.offset(), checked.problem());
    } else if (checked.leafHash() != null) {
      tree.append(checked.leafHash());
      pending.merge(checked.signature(), 1L, Long::sum);
      compareWithKept(frame.offset(), frame.end());
    } else if (checked.checkpoint() != null) {
      checkpoint(checked.checkpoint(), frame);
    }
    return failure == null;
  }

  private void checkpoint(SignedCheckpoint found, Frame frame) {
    long first = history.covered();
    @Nullable String problem = history.next(found, tree.size(), tree::root);
    if (problem == null) {
      proven(frame.end());
    } else {
      failure = new Failure(first, Math.max(first, tree.size() - 1), frame.offset(), problem);
    }
  }

  /** Everything up to here is vouched for. */
  private void proven(long end) {
    proven = tree.size();
    provenEnd = end;
    signed += pending.getOrDefault(Signed.YES, 0L);
    byOthers += pending.getOrDefault(Signed.BY_OTHERS, 0L);
    pending.clear();
  }

  /** A kept checkpoint vouches as well as one in the file. */
  private void compareWithKept(long offset, long end) {
    if (kept.isEmpty() || kept.get().size() != tree.size()) {
      return;
    }
    if (kept.get().root().equals(Bytes.of(tree.root()))) {
      proven(end);
    } else {
      failure =
          new Failure(
              0,
              Math.max(0, tree.size() - 1),
              offset,
              "history was rewritten: the entries do not hash to the root of the kept checkpoint");
    }
  }

  private Optional<Tail> tail(Extent extent) {
    long bytes = extent.length() - provenEnd;
    return failure != null || bytes == 0
        ? Optional.empty()
        : Optional.of(new Tail(provenEnd, bytes, tree.size() - proven, extent.rest()));
  }
}
