package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.merkle.MerkleTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in a ledger file: where its entries stand, their tree, and the last checkpoint. */
final class Image {

  private final Path file;
  private final Collection<VerificationKey> keys;
  private final MerkleTree tree = new MerkleTree();
  private final Offsets offsets = new Offsets();
  private final History history = new History();
  private final List<Uncovered> uncovered = new ArrayList<>();

  private Image(Path file, Collection<VerificationKey> keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * Reads a file. Every byte is checked against checksums and every entry against the checkpoints;
   * of the signatures only the last, which vouches for all before it: each checkpoint names the one
   * before.
   *
   * @throws LedgerException CORRUPTED when anything but the tail does not hold; WRONG_KEY when none
   *     of the keys signed the last checkpoint
   */
  static Loaded load(Path file, Collection<VerificationKey> keys) {
    Image image = new Image(file, keys);
    FrameCheck check = new FrameCheck(List.of(), List.of());
    Extent extent = Scan.run(file, Patience.NONE, check, image::take, done -> {});
    return new Loaded(extent, image.tree, image.offsets, image.vouched(extent), image.uncovered);
  }

  private SignedCheckpoint vouched(Extent extent) {
    @Nullable SignedCheckpoint last = history.latest();
    if (last == null) {
      throw corrupted(extent.end(), "there is no whole checkpoint");
    }
    if (!last.signedBy(keys)) {
      throw new LedgerException(
          LedgerError.WRONG_KEY,
          file
              + ": the ledger "
              + extent.origin()
              + " is signed by another key than the one given");
    }
    if (!last.checkpoint().origin().equals(extent.origin())) {
      throw corrupted(0, "the header names another ledger than the checkpoints");
    }
    @Nullable String damage =
        extent.problem() == null
            ? null
            : new TailSearch(file, keys).damage(extent, history.covered());
    if (damage != null) {
      throw corrupted(extent.end(), extent.problem() + ", and this is no torn tail: " + damage);
    }
    return last;
  }

  private boolean take(Checked checked) {
    long offset = checked.frame().offset();
    if (checked.problem() != null) {
      throw corrupted(offset, checked.problem());
    } else if (checked.leafHash() != null) {
      uncovered.add(new Uncovered(offset, checked.frame().seal(), checked.leafHash()));
    } else if (checked.checkpoint() != null) {
      hold(checked.checkpoint(), offset);
    }
    return true;
  }

  private void hold(SignedCheckpoint found, long offset) {
    long from = history.covered();
    for (Uncovered entry : uncovered) {
      tree.append(entry.leafHash());
      offsets.add(entry.offset());
    }
    uncovered.clear();
    @Nullable String problem = history.next(found, tree.size(), () -> tree.root(tree.size()));
    if (problem != null) {
      throw corrupted(offset, problem + " (covers entries from " + from + " on)");
    }
  }

  private LedgerException corrupted(long offset, String why) {
    return new LedgerException(
        LedgerError.CORRUPTED,
        file
            + ": damaged at entry "
            + (tree.size() + uncovered.size())
            + ", byte "
            + offset
            + ": "
            + why
            + "; nothing was changed: restore the file from a copy, then compare it with a"
            + " checkpoint kept elsewhere");
  }
}
