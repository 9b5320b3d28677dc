package dev.interlock.ledger.file;

import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.file.Checked.Signed;
import dev.interlock.ledger.merkle.Hasher;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Examines frames: hashes entries, reads checkpoints and, where keys are given, checks signatures.
 */
final class FrameCheck implements Scan.Check {

  private final Collection<VerificationKey> checkpointKeys;
  private final Collection<VerificationKey> envelopeKeys;

  /**
   * A check.
   *
   * @param checkpointKeys one of them must have signed each checkpoint; none when it is not checked
   * @param envelopeKeys what signatures of envelopes are checked against; none when they are not
   */
  FrameCheck(Collection<VerificationKey> checkpointKeys, Collection<VerificationKey> envelopeKeys) {
    this.checkpointKeys = List.copyOf(checkpointKeys);
    this.envelopeKeys = List.copyOf(envelopeKeys);
  }

  @Override
  public Checked check(Frame frame, Hasher hasher) {
    return frame.isEntry() ? entry(frame, hasher) : checkpoint(frame);
  }

  private Checked entry(Frame frame, Hasher hasher) {
    byte[] hash = hasher.leaf(frame.content());
    Optional<Envelope> envelope = envelope(frame.content());
    if (envelope.isEmpty()) {
      return new Checked(frame, hash, null, null, Signed.NOT_CHECKED);
    }
    Set<VerificationKey> signers = envelope.get().signedBy(envelopeKeys);
    Signed signed = signers.isEmpty() ? Signed.BY_OTHERS : Signed.YES;
    return new Checked(frame, hash, null, forged(envelope.get(), signers), signed);
  }

  /** A signature that names a known key must be that key's, even where another one holds. */
  private @Nullable String forged(Envelope envelope, Set<VerificationKey> signers) {
    for (VerificationKey key : envelopeKeys) {
      boolean claimed = envelope.signatures().stream().anyMatch(s -> s.keyId().equals(key.id()));
      if (claimed && !signers.contains(key)) {
        return "the envelope names the key " + key.id() + ", whose signature does not hold";
      }
    }
    return null;
  }

  private Optional<Envelope> envelope(byte[] entry) {
    if (envelopeKeys.isEmpty() || entry.length == 0 || entry[0] != '{') {
      return Optional.empty();
    }
    try {
      return Optional.of(Envelope.parse(entry));
    } catch (LedgerException e) {
      return Optional.empty(); // an entry may be anything; its hash covers it all the same
    }
  }

  private Checked checkpoint(Frame frame) {
    try {
      SignedCheckpoint read = SignedCheckpoint.parse(frame.content());
      boolean good = checkpointKeys.isEmpty() || read.signedBy(checkpointKeys);
      String problem = good ? null : "the checkpoint is not signed by the ledger's key";
      return new Checked(frame, null, read, problem, Signed.NOT_CHECKED);
    } catch (LedgerException e) {
      return new Checked(frame, null, null, String.valueOf(e.getMessage()), Signed.NOT_CHECKED);
    }
  }
}
