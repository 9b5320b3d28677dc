package dev.interlock.ledger;

import dev.interlock.ledger.file.Patience;
import dev.interlock.ledger.file.Trust;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Verifies a ledger from its file and the public key alone. Streams: memory does not grow with the
 * file. Changes nothing and takes no lock, so a ledger in use can be verified.
 */
public final class LedgerVerifier {

  private final Trust trust;
  private final LongConsumer progress;

  private LedgerVerifier(Trust trust, LongConsumer progress) {
    this.trust = trust;
    this.progress = progress;
  }

  /** Trusts checkpoints that this key signed. */
  public static LedgerVerifier trusting(VerificationKey key) {
    return trusting(List.of(key));
  }

  /** Trusts checkpoints that one of the keys signed; several where the ledger changed its key. */
  public static LedgerVerifier trusting(Collection<VerificationKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a verification needs a key");
    }
    return new LedgerVerifier(
        new Trust(List.copyOf(keys), List.of(), false, Patience.NONE), done -> {});
  }

  /** Also checks the signatures of entries that are DSSE envelopes against these keys. */
  public LedgerVerifier withEnvelopeKeys(Collection<VerificationKey> keys) {
    return new LedgerVerifier(
        new Trust(trust.keys(), List.copyOf(keys), trust.everySignature(), trust.patience()),
        progress);
  }

  /**
   * Also checks the signature of every checkpoint. Each checkpoint names the digest of the one
   * before, so the signature of the last vouches for all; this repeats the proof the long way, half
   * a millisecond for each.
   */
  public LedgerVerifier withEverySignature() {
    return new LedgerVerifier(
        new Trust(trust.keys(), trust.envelopeKeys(), true, trust.patience()), progress);
  }

  /**
   * Also waits up to a second for the checkpoint over entries at the end, which a writer at work is
   * about to write. Without it, a file that is being written often {@link
   * Verification.Answer#HOLDS_IN_PART}.
   */
  public LedgerVerifier withPatience() {
    Trust patient =
        new Trust(trust.keys(), trust.envelopeKeys(), trust.everySignature(), Patience.USUAL);
    return new LedgerVerifier(patient, progress);
  }

  /** Also tells now and then how many bytes of the file are done; called on the calling thread. */
  public LedgerVerifier withProgress(LongConsumer bytesDone) {
    return new LedgerVerifier(trust, bytesDone);
  }

  /**
   * Checks every frame, every entry and every checkpoint.
   *
   * @throws LedgerException NOT_A_LEDGER, or when the file cannot be read
   */
  public Verification verify(Path file) {
    return trust.verify(file, Optional.empty(), progress);
  }

  /**
   * Checks all that {@link #verify} checks, and that the ledger is the continuation of the one the
   * kept checkpoint was taken from: nothing of it was changed or rolled back.
   *
   * @throws LedgerException WRONG_KEY when no trusted key signed the kept checkpoint
   */
  public Verification verifySince(Path file, SignedCheckpoint kept) {
    if (!kept.signedBy(trust.keys())) {
      throw new LedgerException(
          LedgerError.WRONG_KEY, "the checkpoint to compare with is not signed by a trusted key");
    }
    return trust.verify(file, Optional.of(kept.checkpoint()), progress);
  }
}
