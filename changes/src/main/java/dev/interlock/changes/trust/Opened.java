package dev.interlock.changes.trust;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Statement;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of evidence, taken out of its envelope.
 *
 * @param envelope null when nothing is signed
 * @param statement what is said
 */
record Opened(@Nullable Envelope envelope, Statement statement) {

  /** Opens an envelope; throws {@link LedgerException} when it or its statement can't be read. */
  static Opened envelope(byte[] bytes) {
    Envelope envelope = Envelope.parse(bytes);
    return new Opened(envelope, envelope.statement());
  }

  /**
   * A statement that nobody signed: bare, or in an envelope without signatures. Empty when it is
   * neither.
   *
   * @param payload the envelope's payload in base64, or null for a bare statement
   */
  static Optional<Opened> unsigned(byte[] bytes, @Nullable String payload) {
    try {
      byte[] statement = payload == null ? bytes : Base64.getDecoder().decode(payload);
      return Optional.of(new Opened(null, Statement.parse(Bytes.of(statement).toArray())));
    } catch (LedgerException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
