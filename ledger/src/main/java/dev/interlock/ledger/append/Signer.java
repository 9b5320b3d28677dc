package dev.interlock.ledger.append;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.merkle.Hasher;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Makes a ledger's checkpoints.
 *
 * @param origin the ledger's name
 * @param key signs
 * @param clock gives the time of signing, to the second
 */
public record Signer(String origin, SigningKey key, InstantSource clock) {

  /** The checkpoint of a new ledger. */
  public SignedCheckpoint first() {
    return SignedCheckpoint.sign(now(0, new Hasher().empty()), key);
  }

  /** A checkpoint that follows another. */
  public SignedCheckpoint next(long size, byte[] root, SignedCheckpoint previous) {
    return SignedCheckpoint.sign(now(size, root).after(previous), key);
  }

  private Checkpoint now(long size, byte[] root) {
    var time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return Checkpoint.of(origin, size, Bytes.of(root), time);
  }
}
