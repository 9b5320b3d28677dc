package dev.interlock.ledger.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Ed25519 (RFC 8032) on the JDK's provider, and the DER forms of its keys (RFC 8410). */
public final class Ed25519 {

  /** Length in bytes of a seed and of a raw public key. */
  public static final int KEY_LENGTH = 32;

  /** Length in bytes of a signature. */
  public static final int SIGNATURE_LENGTH = 64;

  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private Ed25519() {}

  /** A new seed from the platform's strongest usual source. */
  public static byte[] newSeed() {
    byte[] seed = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(seed);
    return seed;
  }

  /**
   * The key pair of a seed. The JDK has no call that derives a public key, but its generator takes
   * exactly the seed from the random source it is given.
   */
  public static KeyPair pair(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has no Ed25519", e);
    }
  }

  /** A usable public key of its 32 bytes; empty when they are no point on the curve. */
  public static Optional<PublicKey> publicKey(byte[] raw) {
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return Optional.of(factory.generatePublic(new X509EncodedKeySpec(spki(raw))));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** SubjectPublicKeyInfo of a raw public key. */
  public static byte[] spki(byte[] raw) {
    return concat(SPKI, raw);
  }

  /** The raw public key in a SubjectPublicKeyInfo; empty when it is not one of Ed25519. */
  public static Optional<byte[]> rawOfSpki(byte[] spki) {
    return strip(SPKI, spki);
  }

  /** PKCS#8 of a seed. */
  public static byte[] pkcs8(byte[] seed) {
    return concat(PKCS8, seed);
  }

  /** The seed in a PKCS#8 private key; empty when it is not one of Ed25519. */
  public static Optional<byte[]> seedOfPkcs8(byte[] pkcs8) {
    return strip(PKCS8, pkcs8);
  }

  /** A signature over a message. */
  public static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing with a valid key failed", e);
    }
  }

  /**
   * What verifies signatures of a key, one after the other. Not safe for use by several threads.
   */
  static Signature verifier(PublicKey key) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      return verifier;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has no Ed25519", e);
    }
  }

  private static byte[] concat(byte[] head, byte[] tail) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }

  private static Optional<byte[]> strip(byte[] head, byte[] whole) {
    boolean fits =
        whole.length == head.length + KEY_LENGTH
            && Arrays.equals(whole, 0, head.length, head, 0, head.length);
    return fits
        ? Optional.of(Arrays.copyOfRange(whole, head.length, whole.length))
        : Optional.empty();
  }

  /** Hands out the seed instead of random bytes. */
  private static final class Given extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Given(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      if (target.length != seed.length) {
        throw new IllegalStateException("asked for " + target.length + " bytes instead of a seed");
      }
      System.arraycopy(seed, 0, target, 0, seed.length);
    }
  }
}
