package dev.interlock.ledger;

import dev.interlock.ledger.crypto.Ed25519;
import dev.interlock.ledger.crypto.Pem;
import dev.interlock.ledger.crypto.Sha256;
import dev.interlock.ledger.crypto.SmallOrder;
import dev.interlock.ledger.crypto.Verifier;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** An Ed25519 public key. Equal when the 32 bytes are equal. */
public final class VerificationKey {

  private final byte[] raw;
  private final Verifier verifier;
  private final String id;

  private VerificationKey(byte[] raw, PublicKey key) {
    this.raw = raw;
    this.verifier = new Verifier(key);
    this.id = "SHA256:" + HexFormat.of().formatHex(Sha256.hash(Ed25519.spki(raw)));
  }

  /**
   * Reads a public key.
   *
   * @param text PEM ({@code BEGIN PUBLIC KEY}), or base64 of the SubjectPublicKeyInfo, or base64 of
   *     the 32 raw bytes
   * @throws LedgerException BAD_KEY
   */
  public static VerificationKey parse(String text) {
    return Pem.isPem(text) ? fromPem(text) : fromBase64(text.strip());
  }

  /**
   * The key of 32 raw bytes (RFC 8032, section 5.1.5).
   *
   * @throws LedgerException BAD_KEY when they are no usable point on the curve
   */
  public static VerificationKey ofRaw(byte[] raw) {
    if (raw.length != Ed25519.KEY_LENGTH) {
      throw bad("it has " + raw.length + " bytes instead of 32");
    }
    if (SmallOrder.contains(raw)) {
      throw bad("it is a point of small order, for which anybody can make signatures");
    }
    PublicKey key = Ed25519.publicKey(raw).orElseThrow(() -> bad("it is no point on the curve"));
    return new VerificationKey(raw.clone(), key);
  }

  /** True when the signature is this key's over exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_LENGTH && verifier.verifies(message, signature);
  }

  /** {@code SHA256:} and the lower-case hex SHA-256 of the SubjectPublicKeyInfo. */
  public String id() {
    return id;
  }

  /** The 32 raw bytes. */
  public byte[] raw() {
    return raw.clone();
  }

  /** PEM of the SubjectPublicKeyInfo, as openssl reads it. */
  public String toPem() {
    return Pem.encode("PUBLIC KEY", Ed25519.spki(raw));
  }

  /** Base64 of the SubjectPublicKeyInfo, on one line. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(Ed25519.spki(raw));
  }

  private static VerificationKey fromPem(String text) {
    byte[] spki =
        Pem.decode("PUBLIC KEY", text)
            .orElseThrow(() -> bad("expected one PEM block BEGIN PUBLIC KEY"));
    return ofRaw(Ed25519.rawOfSpki(spki).orElseThrow(() -> bad("it is not an Ed25519 key")));
  }

  private static VerificationKey fromBase64(String text) {
    byte[] bytes = decode(text).orElseThrow(() -> bad("expected PEM or base64"));
    return bytes.length == Ed25519.KEY_LENGTH
        ? ofRaw(bytes)
        : ofRaw(Ed25519.rawOfSpki(bytes).orElseThrow(() -> bad("it is not an Ed25519 key")));
  }

  private static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_KEY, "the public key cannot be used: " + why);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey that && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  /** The key's id. */
  @Override
  public String toString() {
    return id();
  }
}
