package dev.interlock.testkit;

import dev.interlock.ledger.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The signing keys of the sample, derived from their names, so that no private key is kept
 * anywhere. Never trust them outside the sample: everybody can derive them.
 */
public final class SampleKeys {

  private static final String PREFIX = "interlock sample key ";

  private SampleKeys() {}

  /**
   * The Ed25519 key whose seed is the SHA-256 of {@code "interlock sample key "} and the name.
   *
   * @param name of the TrustedKey in the sample estate, or of a stranger
   */
  public static SigningKey of(String name) {
    return SigningKey.ofSeed(sha256(PREFIX + name));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
