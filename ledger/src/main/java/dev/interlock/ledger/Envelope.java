package dev.interlock.ledger;

import dev.interlock.ledger.json.EnvelopeJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A DSSE envelope (secure-systems-lab/dsse v1): a payload, its type, and signatures over both.
 *
 * @param payloadType media type or URI of the payload; signed
 * @param payload the signed bytes, as they are
 * @param signatures at least one, at most {@value #MAX_SIGNATURES}
 */
public record Envelope(String payloadType, Bytes payload, List<Signature> signatures) {

  /** Payload type of an in-toto statement. */
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  /** More signatures than this make an envelope unreadable. */
  public static final int MAX_SIGNATURES = 64;

  /**
   * One signature.
   *
   * @param keyId an unsigned hint which key made it; empty when there is none
   * @param value the raw signature
   */
  public record Signature(String keyId, Bytes value) {}

  /** Copies the signatures and checks their number. */
  public Envelope {
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new LedgerException(
          LedgerError.BAD_ENVELOPE,
          "an envelope has between 1 and "
              + MAX_SIGNATURES
              + " signatures, this one "
              + signatures.size());
    }
  }

  /** Signs a statement with each of the keys. */
  public static Envelope sign(Statement statement, SigningKey... keys) {
    return sign(IN_TOTO, statement.toJson(), keys);
  }

  /** Signs any payload with each of the keys; at least one. */
  public static Envelope sign(String payloadType, Bytes payload, SigningKey... keys) {
    byte[] signed = preAuthentication(payloadType, payload.toArray());
    return new Envelope(
        payloadType,
        payload,
        List.of(keys).stream()
            .map(key -> new Signature(key.id(), Bytes.of(key.sign(signed))))
            .toList());
  }

  /**
   * Reads the JSON form. Base64 may be standard or URL-safe, with or without padding; unknown keys
   * are ignored, as the specification asks.
   *
   * @throws LedgerException BAD_ENVELOPE with line and column
   */
  public static Envelope parse(byte[] json) {
    return EnvelopeJson.read(json);
  }

  /**
   * The JSON form on one line, without a newline; the same envelope always gives the same bytes.
   */
  public Bytes toJson() {
    return EnvelopeJson.write(this);
  }

  /**
   * Which of the keys signed this. A key id only narrows the keys to try; a signature counts when
   * it verifies.
   *
   * @return the keys, in the order given; empty when no signature holds
   */
  public Set<VerificationKey> signedBy(Collection<VerificationKey> keys) {
    byte[] signed = preAuthentication(payloadType, payload.toArray());
    Set<VerificationKey> signers = new LinkedHashSet<>();
    for (VerificationKey key : keys) {
      if (signatures.stream().anyMatch(s -> mayBe(s, key, keys) && holds(s, key, signed))) {
        signers.add(key);
      }
    }
    return signers;
  }

  /** True when the key made one of the signatures. */
  public boolean signedBy(VerificationKey key) {
    return !signedBy(List.of(key)).isEmpty();
  }

  /**
   * The statement inside. Says nothing about who signed it: ask {@link #signedBy} first.
   *
   * @throws LedgerException BAD_STATEMENT when the payload is something else
   */
  public Statement statement() {
    if (!payloadType.equals(IN_TOTO)) {
      throw new LedgerException(
          LedgerError.BAD_STATEMENT,
          "the payload is of type " + payloadType + ", expected " + IN_TOTO);
    }
    return Statement.parse(payload.toArray());
  }

  /** The bytes that are signed: DSSE v1 PAE, {@code DSSEv1 LEN type LEN body}, lengths in bytes. */
  public static byte[] preAuthentication(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(type.length + payload.length + 32);
    out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  private static boolean mayBe(
      Signature signature, VerificationKey key, Collection<VerificationKey> keys) {
    return signature.keyId().equals(key.id())
        || keys.stream().noneMatch(k -> k.id().equals(signature.keyId()));
  }

  private static boolean holds(Signature signature, VerificationKey key, byte[] signed) {
    return key.verifies(signed, signature.value().toArray());
  }
}
