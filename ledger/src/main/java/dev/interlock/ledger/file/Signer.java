package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.SigningKey;
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

  /** A checkpoint as a frame holds it. */
  SignedCheckpoint sign(long size, byte[] root) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return SignedCheckpoint.sign(Checkpoint.of(origin, size, Bytes.of(root), now), key);
  }
}
