package dev.interlock.ledger.file;

import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.SigningKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the writer puts on each entry so that it alone can tell, after a crash, that it wrote it: a
 * MAC under a secret derived from its signing key. It costs a microsecond where a signature costs
 * half a millisecond, and nobody else needs it: others believe checkpoints only. Not for use by two
 * threads.
 */
final class Seals {

  private static final String PURPOSE = "interlock.dev/ledger/entry-seal/v1";
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  Seals(SigningKey key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.derive(PURPOSE), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has no " + ALGORITHM, e);
    }
  }

  /**
   * The seal of an entry in one place of one history.
   *
   * @param latest the last checkpoint before the entry
   * @param index of the entry
   */
  byte[] seal(SignedCheckpoint latest, long index, byte[] leafHash) {
    mac.update(latest.digest().toArray());
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(index).flip());
    return mac.doFinal(leafHash);
  }

  /** True when this writer put the seal on exactly this entry in exactly this place. */
  boolean holds(byte[] seal, SignedCheckpoint latest, long index, byte[] leafHash) {
    return MessageDigest.isEqual(seal, seal(latest, index, leafHash));
  }
}
