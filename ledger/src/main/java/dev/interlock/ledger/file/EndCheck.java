package dev.interlock.ledger.file;

import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.Verification.Failure;
import dev.interlock.ledger.VerificationKey;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a file of which every frame that was read holds. */
final class EndCheck {

  private final Path file;
  private final Collection<VerificationKey> keys;
  private final History history;
  private final Optional<Checkpoint> kept;

  EndCheck(
      Path file, Collection<VerificationKey> keys, History history, Optional<Checkpoint> kept) {
    this.file = file;
    this.keys = keys;
    this.history = history;
    this.kept = kept;
  }

  /**
   * What does not hold; null when all does.
   *
   * @param size how many whole entries were read
   */
  @Nullable Failure failure(Extent extent, long size) {
    @Nullable SignedCheckpoint latest = history.latest();
    if (latest == null) {
      return new Failure(size, size, extent.end(), "there is no whole checkpoint");
    }
    @Nullable String damage = damage(extent);
    if (damage != null) {
      String reason = extent.problem() + ", and this is no torn tail: " + damage;
      return new Failure(size, size, extent.end(), reason);
    }
    if (!extent.origin().equals(latest.checkpoint().origin())) {
      return new Failure(0, 0, 0, "the header names another ledger than the checkpoints");
    }
    return kept.map(checkpoint -> compare(extent, checkpoint, size)).orElse(null);
  }

  private @Nullable String damage(Extent extent) {
    return extent.problem() == null
        ? null
        : new TailSearch(file, keys).damage(extent, history.covered());
  }

  private static @Nullable Failure compare(Extent extent, Checkpoint kept, long size) {
    if (!kept.origin().equals(extent.origin())) {
      return new Failure(0, 0, 0, "the kept checkpoint is of another ledger: " + kept.origin());
    }
    if (kept.size() <= size) {
      return null;
    }
    String reason =
        "rolled back: the kept checkpoint covers "
            + kept.size()
            + " entries, the ledger holds "
            + size;
    return new Failure(size, kept.size() - 1, extent.end(), reason);
  }
}
