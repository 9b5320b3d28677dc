package dev.interlock.ledger;

import dev.interlock.ledger.file.Verifying;
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

  private final List<VerificationKey> keys;
  private final List<VerificationKey> envelopeKeys;
  private final LongConsumer progress;

  private LedgerVerifier(
      List<VerificationKey> keys, List<VerificationKey> envelopeKeys, LongConsumer progress) {
    this.keys = keys;
    this.envelopeKeys = envelopeKeys;
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
    return new LedgerVerifier(List.copyOf(keys), List.of(), done -> {});
  }

  /** Also checks the signatures of entries that are DSSE envelopes against these keys. */
  public LedgerVerifier withEnvelopeKeys(Collection<VerificationKey> trusted) {
    return new LedgerVerifier(keys, List.copyOf(trusted), progress);
  }

  /** Also tells now and then how many bytes of the file are done; called on the calling thread. */
  public LedgerVerifier withProgress(LongConsumer bytesDone) {
    return new LedgerVerifier(keys, envelopeKeys, bytesDone);
  }

  /**
   * Checks every frame, every entry and every checkpoint.
   *
   * @throws LedgerException NOT_A_LEDGER, or when the file cannot be read
   */
  public Verification verify(Path file) {
    return new Verifying(file, keys, envelopeKeys, Optional.empty()).run(progress);
  }

  /**
   * Checks all that {@link #verify} checks, and that the ledger is the continuation of the one the
   * kept checkpoint was taken from: nothing of it was changed or rolled back.
   *
   * @throws LedgerException WRONG_KEY when no trusted key signed the kept checkpoint
   */
  public Verification verifySince(Path file, SignedCheckpoint kept) {
    if (!kept.signedBy(keys)) {
      throw new LedgerException(
          LedgerError.WRONG_KEY, "the checkpoint to compare with is not signed by a trusted key");
    }
    return new Verifying(file, keys, envelopeKeys, Optional.of(kept.checkpoint())).run(progress);
  }
}
