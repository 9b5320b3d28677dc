package dev.interlock.ledger.file;

import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.Verification;
import dev.interlock.ledger.VerificationKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What a verification believes, and how much it checks.
 *
 * @param keys that may sign checkpoints
 * @param envelopeKeys what envelopes are checked against; none when they are not
 * @param everySignature of checkpoints, not only the last one's
 * @param patience with a writer at work
 */
public record Trust(
    List<VerificationKey> keys,
    List<VerificationKey> envelopeKeys,
    boolean everySignature,
    Patience patience) {

  /** Verifies a file, optionally against a checkpoint kept from earlier. */
  public Verification verify(Path file, Optional<Checkpoint> kept, LongConsumer progress) {
    if (!everySignature) {
      FrameCheck check = new FrameCheck(List.of(), envelopeKeys);
      Verification found = new Verifying(file, this, kept).run(check, progress);
      if (found.latest().map(latest -> latest.signedBy(keys)).orElse(true)) {
        return found;
      }
      // The last link of the chain is not signed: look for the first checkpoint that is not.
    }
    return new Verifying(file, this, kept).run(new FrameCheck(keys, envelopeKeys), progress);
  }
}
