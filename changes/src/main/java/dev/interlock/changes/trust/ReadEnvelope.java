package dev.interlock.changes.trust;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.VerificationKey;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence as far as its bytes alone tell: what it states, and which keys signed it.
 * That is the same at every instant, so it can be kept. Safe for use by several threads.
 */
final class ReadEnvelope {

  private final String digest;
  private final @Nullable Envelope envelope;
  private final @Nullable Statement statement;
  private final Predicates.@Nullable Read says;
  private final String problem;
  private final boolean mayBeEvidence;
  private volatile @Nullable Set<VerificationKey> signers;

  private ReadEnvelope(
      String digest,
      @Nullable Envelope envelope,
      @Nullable Statement statement,
      Predicates.@Nullable Read says,
      String problem,
      boolean mayBeEvidence) {
    this.digest = digest;
    this.envelope = envelope;
    this.statement = statement;
    this.says = says;
    this.problem = problem;
    this.mayBeEvidence = mayBeEvidence;
  }

  /** Reads a piece; what can't be read is told by {@link #problem}. */
  static ReadEnvelope of(String name, byte[] bytes, Predicates predicates) {
    String digest = "sha256:" + ChangeDigest.sha256(bytes);
    Envelope envelope;
    try {
      envelope = Envelope.parse(bytes);
    } catch (LedgerException e) {
      return withoutEnvelope(name, bytes, digest, predicates, words(e));
    }
    try {
      Statement statement = envelope.statement();
      Predicates.Read says = predicates.read(statement, name);
      return new ReadEnvelope(digest, envelope, statement, says, "", true);
    } catch (LedgerException e) {
      return new ReadEnvelope(digest, envelope, null, null, words(e), true);
    }
  }

  /** What is in no envelope, or in one that is broken. */
  private static ReadEnvelope withoutEnvelope(
      String name, byte[] bytes, String digest, Predicates predicates, String why) {
    Remains remains = Remains.of(bytes, name);
    Optional<Statement> unsigned = remains.statement();
    if (unsigned.isPresent()) {
      Predicates.Read says = predicates.read(unsigned.get(), name);
      return new ReadEnvelope(digest, null, unsigned.get(), says, "", true);
    }
    String words = bytes.length == 0 ? "it is empty, too large or can't be opened" : why;
    return new ReadEnvelope(digest, null, null, null, words, remains.mayBeEvidence());
  }

  private static String words(LedgerException e) {
    return e.getMessage() == null ? "it can't be read" : e.getMessage();
  }

  /** {@code sha256:…} of its bytes. */
  String digest() {
    return digest;
  }

  /** The signed envelope; null when there is none. */
  @Nullable Envelope envelope() {
    return envelope;
  }

  /** The statement, signed or not; null when it can't be read. */
  @Nullable Statement statement() {
    return statement;
  }

  /** What the statement says; null when there is none. */
  Predicates.@Nullable Read says() {
    return says;
  }

  /** Why there is no statement; empty when there is one. */
  String problem() {
    return problem;
  }

  /** False when it is plainly something else than evidence. */
  boolean mayBeEvidence() {
    return mayBeEvidence;
  }

  /**
   * Which of the keys signed it; verified once.
   *
   * @param keys always the same
   */
  Set<VerificationKey> signers(Envelope signed, Collection<VerificationKey> keys) {
    Set<VerificationKey> known = signers;
    if (known == null) {
      known = signed.signedBy(keys);
      signers = known;
    }
    return known;
  }
}
