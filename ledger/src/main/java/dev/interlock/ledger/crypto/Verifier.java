package dev.interlock.ledger.crypto;

import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures of one Ed25519 key. The point on the curve that the key stands for is worked
 * out once, not for each signature. Safe for use by several threads.
 */
public final class Verifier {

  private final PublicKey key;
  private final AtomicReference<@Nullable Signature> idle = new AtomicReference<>();

  /** For this key. */
  public Verifier(PublicKey key) {
    this.key = key;
  }

  /** True when the signature is the key's over exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    Signature kept = idle.getAndSet(null);
    Signature verifier = kept == null ? Ed25519.verifier(key) : kept;
    try {
      verifier.update(message);
      boolean valid = verifier.verify(signature);
      idle.set(verifier);
      return valid;
    } catch (SignatureException e) {
      return false; // malformed is not valid; what is left of it in the verifier goes with it
    }
  }
}
