package dev.interlock.changes;

import dev.interlock.evidence.EvidenceCodec;
import dev.interlock.evidence.EvidenceSubject;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.Statement;
import java.util.List;

/** Puts what is stated into an in-toto statement and signs it. Safe for use by several threads. */
public final class EvidenceSigner {

  private final EvidenceCodec codec = new EvidenceCodec();

  /** The statement that says it, about the subject it is about. */
  public Statement statement(Predicate says) {
    EvidenceSubject subject = says.subject();
    return new Statement(
        List.of(Statement.Subject.sha256(subject.name(), subject.sha256())),
        PredicateKind.of(says).typeUri(),
        Bytes.utf8(codec.write(says)));
  }

  /** The statement in an envelope, signed by each of the keys. */
  public Envelope sign(Predicate says, SigningKey... keys) {
    return Envelope.sign(statement(says), keys);
  }
}
