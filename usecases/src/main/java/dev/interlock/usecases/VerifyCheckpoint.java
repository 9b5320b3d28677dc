package dev.interlock.usecases;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.ConsistencyProof;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.VerificationKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the checkpoint that somebody hands out of a ledger that lies elsewhere: who signed it,
 * and that it continues one that was kept. Trusts the keys alone.
 */
public final class VerifyCheckpoint {

  private final List<VerificationKey> keys;
  private final @Nullable SignedCheckpoint kept;

  /**
   * Verifies with public keys.
   *
   * @param keys files with those that may have signed
   * @param since file with a checkpoint kept from earlier, or null
   * @throws InputRejected when a file is not what it should be
   */
  public VerifyCheckpoint(List<Path> keys, @Nullable Path since) {
    this.keys = VerifyLedger.keys(keys);
    this.kept =
        since == null
            ? null
            : LedgerFiles.reading(since, f -> SignedCheckpoint.parse(Files.readAllBytes(f)));
  }

  /** Asks whoever has the ledger for a proof of consistency: hashes in base64. */
  public interface Prover {
    /** That the tree of one size continues that of a smaller one. */
    List<String> path(long from, long to);
  }

  /**
   * What was found.
   *
   * @param origin the ledger's name
   * @param size how many entries the checkpoint covers
   * @param time when it was signed, by the ledger's own clock; null when it does not say
   * @param since how many entries the kept checkpoint covers; null when none was compared
   * @param problems what does not hold; empty when all does
   */
  public record Found(
      String origin,
      long size,
      @Nullable Instant time,
      @Nullable Long since,
      List<String> problems) {

    public Found {
      problems = List.copyOf(problems);
    }

    /** True when nothing speaks against it. */
    public boolean holds() {
      return problems.isEmpty();
    }
  }

  /**
   * Verifies.
   *
   * @param place where the checkpoint is from
   * @param note the checkpoint as it was handed out
   * @throws InputRejected when it is no checkpoint
   */
  public Found run(String place, Bytes note, Prover prover) {
    SignedCheckpoint latest = parsed(place, note);
    Checkpoint state = latest.checkpoint();
    List<String> problems = new ArrayList<>();
    if (!latest.signedBy(keys)) {
      problems.add("no key that is trusted here signed the latest checkpoint");
    }
    if (kept != null) {
      compare(kept, state, prover, problems);
    }
    return new Found(
        state.origin(),
        state.size(),
        state.time().orElse(null),
        kept == null ? null : kept.checkpoint().size(),
        problems);
  }

  private void compare(
      SignedCheckpoint earlier, Checkpoint latest, Prover prover, List<String> problems) {
    Checkpoint before = earlier.checkpoint();
    if (!earlier.signedBy(keys)) {
      problems.add("no key that is trusted here signed the kept checkpoint");
    }
    if (!before.origin().equals(latest.origin())) {
      problems.add("the kept checkpoint is one of another ledger, " + before.origin());
    } else if (before.size() > latest.size()) {
      problems.add(
          "rolled back: the kept checkpoint covers "
              + before.size()
              + " entries, the latest "
              + latest.size());
    } else if (!continues(before, latest, prover.path(before.size(), latest.size()))) {
      problems.add("the ledger does not continue the kept checkpoint: something older was changed");
    }
  }

  private static boolean continues(Checkpoint before, Checkpoint latest, List<String> path) {
    try {
      List<Bytes> hashes = new ArrayList<>();
      path.forEach(hash -> hashes.add(Bytes.of(Base64.getDecoder().decode(hash))));
      return new ConsistencyProof(before.size(), latest.size(), hashes)
          .proves(before.root(), latest.root());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static SignedCheckpoint parsed(String place, Bytes note) {
    try {
      return SignedCheckpoint.parse(note.toArray());
    } catch (LedgerException e) {
      throw new InputRejected(e.error().code(), place, String.valueOf(e.getMessage()), null);
    }
  }
}
