package dev.interlock.ledger;

import dev.interlock.ledger.crypto.Ed25519;
import dev.interlock.ledger.crypto.Hkdf;
import dev.interlock.ledger.crypto.Pem;
import dev.interlock.ledger.file.PrivateFiles;
import java.nio.file.Path;
import java.security.KeyPair;

/** An Ed25519 private key with its public half. Never shows itself in text. */
public final class SigningKey {

  private static final String LABEL = "PRIVATE KEY";

  private final byte[] seed;
  private final KeyPair pair;
  private final VerificationKey verification;

  private SigningKey(byte[] seed) {
    this.seed = seed.clone();
    this.pair = Ed25519.pair(seed);
    byte[] spki = pair.getPublic().getEncoded();
    this.verification =
        Ed25519.rawOfSpki(spki)
            .map(VerificationKey::ofRaw)
            .orElseThrow(() -> new IllegalStateException("the JDK made a foreign public key"));
  }

  /** A new key from the platform's random source. */
  public static SigningKey generate() {
    return new SigningKey(Ed25519.newSeed());
  }

  /**
   * The key of a 32-byte seed (RFC 8032, section 5.1.5): the same seed, the same key.
   *
   * @throws LedgerException BAD_KEY when the seed has another length
   */
  public static SigningKey ofSeed(byte[] seed) {
    if (seed.length != Ed25519.KEY_LENGTH) {
      throw bad("its seed has " + seed.length + " bytes instead of 32");
    }
    return new SigningKey(seed);
  }

  /**
   * Reads a private key.
   *
   * @param pem PKCS#8 as {@code openssl genpkey -algorithm ed25519} writes it, not encrypted
   * @throws LedgerException BAD_KEY
   */
  public static SigningKey parse(String pem) {
    if (pem.contains("BEGIN ENCRYPTED PRIVATE KEY")) {
      throw bad("it is encrypted; decrypt it first with openssl pkey");
    }
    byte[] pkcs8 =
        Pem.decode(LABEL, pem).orElseThrow(() -> bad("expected one PEM block BEGIN PRIVATE KEY"));
    return new SigningKey(
        Ed25519.seedOfPkcs8(pkcs8).orElseThrow(() -> bad("it is not an Ed25519 key in PKCS#8")));
  }

  /** The public half. */
  public VerificationKey verificationKey() {
    return verification;
  }

  /** Same as the id of the public half. */
  public String id() {
    return verification.id();
  }

  /** The 64-byte signature over a message; the same message always gives the same one. */
  public byte[] sign(byte[] message) {
    return Ed25519.sign(pair.getPrivate(), message);
  }

  /**
   * A secret for another purpose than signing: the same key and purpose always give the same 32
   * bytes, from which neither the key nor the secret of another purpose can be found (HKDF, RFC
   * 5869). Keep it as secret as the key.
   */
  public byte[] derive(String purpose) {
    return Hkdf.derive(seed, purpose);
  }

  /**
   * Writes the key as PEM PKCS#8 into a new file that only its owner can read (mode 0600).
   *
   * @throws LedgerException when the file exists or cannot be written
   */
  public void writeTo(Path file) {
    PrivateFiles.create(file, Pem.encode(LABEL, Ed25519.pkcs8(seed)));
  }

  private static LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_KEY, "the private key cannot be used: " + why);
  }

  /** The id of the public half: the private one stays out of logs. */
  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }
}
