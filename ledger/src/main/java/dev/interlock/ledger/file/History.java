package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.SignedCheckpoint;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of a file one after the other. Each must cover exactly the entries before it and
 * name the checkpoint before it, so that whoever believes the last one can believe all.
 */
final class History {

  private @Nullable SignedCheckpoint latest;
  private long count;

  /** The last checkpoint that held; null before the first. */
  @Nullable SignedCheckpoint latest() {
    return latest;
  }

  /** How many held. */
  long count() {
    return count;
  }

  /** How many entries the last one covers. */
  long covered() {
    return latest == null ? 0 : latest.checkpoint().size();
  }

  /**
   * Takes the next checkpoint, or says why it does not hold.
   *
   * @param size how many entries stand before it
   * @param root of the tree over them
   */
  @Nullable String next(SignedCheckpoint found, long size, Supplier<byte[]> root) {
    Checkpoint state = found.checkpoint();
    if (state.size() != size) {
      return "the checkpoint covers " + state.size() + " entries, before it stand " + size;
    }
    if (!state.root().equals(Bytes.of(root.get()))) {
      return "the entries do not hash to the root of the checkpoint that covers them";
    }
    if (latest != null && !state.origin().equals(latest.checkpoint().origin())) {
      return "the checkpoint is of another ledger";
    }
    if (!state.previous().equals(Optional.ofNullable(latest).map(SignedCheckpoint::digest))) {
      return "the checkpoint does not name the one before it: one of the two was changed";
    }
    latest = found;
    count++;
    return null;
  }
}
