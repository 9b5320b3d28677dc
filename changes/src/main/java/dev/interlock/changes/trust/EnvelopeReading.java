package dev.interlock.changes.trust;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.Doubt;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.changes.Standing.Reason;
import dev.interlock.changes.Standing.Untrusted;
import dev.interlock.changes.people.Term;
import dev.interlock.changes.trust.KeyRing.RingKey;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.VerificationKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads files of evidence and judges each envelope in them. */
public final class EnvelopeReading {

  private final Predicates predicates = new Predicates();
  private final KeyRing ring;
  private final KeyTrust trust;
  private final Suspicion suspicion;

  /** Judges by these keys; what says it was made later does not count. */
  public EnvelopeReading(KeyRing ring, AsOf asOf) {
    this.ring = ring;
    this.trust = new KeyTrust(ring, asOf);
    this.suspicion = new Suspicion(ring, trust);
  }

  /** Everything in a file; what can't be read is in the list too, with the reason. */
  public List<EvidenceItem> read(EvidenceFile file) {
    List<EvidenceItem> items = new ArrayList<>();
    file.pieces().forEach((name, content) -> items.add(item(name, content.toArray())));
    return items;
  }

  private EvidenceItem item(String name, byte[] bytes) {
    String digest = "sha256:" + ChangeDigest.sha256(bytes);
    Envelope envelope;
    try {
      envelope = Envelope.parse(bytes);
    } catch (LedgerException e) {
      return withoutEnvelope(name, digest, bytes, words(e));
    }
    try {
      return judge(name, digest, envelope, envelope.statement());
    } catch (LedgerException e) {
      return unreadable(
          name,
          digest,
          () -> new Untrusted(Reason.UNREADABLE, words(e), suspicion.unknowable(envelope)));
    }
  }

  /** What is in no envelope, or in one that is broken. */
  private EvidenceItem withoutEnvelope(String name, String digest, byte[] bytes, String why) {
    Remains remains = Remains.of(bytes, name);
    Optional<Statement> unsigned = remains.statement();
    if (unsigned.isPresent()) {
      return judge(name, digest, null, unsigned.get());
    }
    Doubt doubt = remains.mayBeEvidence() ? Doubt.aboutAnything() : null;
    String words = bytes.length == 0 ? "it is empty, too large or can't be opened" : why;
    return unreadable(name, digest, () -> new Untrusted(Reason.UNREADABLE, words, doubt));
  }

  private EvidenceItem judge(
      String name, String digest, @Nullable Envelope envelope, Statement statement) {
    Predicates.Read read = predicates.read(statement, name);
    Predicate claim = read.predicate();
    if (claim != null) {
      return new EvidenceItem(name, digest, claim, () -> standing(envelope, statement, claim));
    }
    return unreadable(
        name,
        digest,
        () ->
            new Untrusted(
                read.known() ? Reason.UNREADABLE : Reason.UNKNOWN_KIND,
                read.problem(),
                envelope == null
                    ? null
                    : suspicion.about(envelope, statement, read.environment(), read.budget())));
  }

  private Standing standing(@Nullable Envelope envelope, Statement statement, Predicate says) {
    if (envelope == null) {
      return new Untrusted(Reason.UNSIGNED, "nobody signed it");
    }
    List<VerificationKey> keys = ring.keys().values().stream().map(RingKey::key).toList();
    Set<VerificationKey> signers = envelope.signedBy(keys);
    if (signers.isEmpty()) {
      return notOurs(envelope, statement, keys);
    }
    String subject = says.subject().sha256();
    Standing best = best(signers, says);
    if (statement.subjects().stream().noneMatch(s -> subject.equals(s.digest().get("sha256")))) {
      return new Untrusted(
          Reason.WRONG_SUBJECT,
          "the statement around it is about something else than " + says.subject().name(),
          best instanceof Standing.Trusted
              ? new Doubt(Set.of(PredicateKind.of(says)), Set.of(subject), null, null)
              : null);
    }
    return best;
  }

  /**
   * One trusted signature is enough, and the one that counts longest holds; where none is trusted,
   * the reason of the first signer is told who may be saying bad news, or else of the first.
   */
  private Standing best(Set<VerificationKey> signers, Predicate says) {
    List<Standing> standings =
        ring.keys().values().stream()
            .filter(key -> signers.contains(key.key()))
            .map(key -> trust.judge(key, says))
            .toList();
    return standings.stream()
        .filter(Standing.Trusted.class::isInstance)
        .map(Standing.Trusted.class::cast)
        .max(Comparator.comparing(trusted -> new Term(trusted.until()), Term.LONGEST_LAST))
        .map(Standing.class::cast)
        .or(() -> standings.stream().filter(EnvelopeReading::doubtful).findFirst())
        .orElseGet(standings::getFirst);
  }

  private static boolean doubtful(Standing standing) {
    return standing instanceof Untrusted untrusted && untrusted.doubt() != null;
  }

  private Untrusted notOurs(Envelope envelope, Statement statement, List<VerificationKey> keys) {
    boolean named =
        envelope.signatures().stream()
            .anyMatch(s -> keys.stream().anyMatch(key -> key.id().equals(s.keyId())));
    return named
        ? new Untrusted(
            Reason.BAD_SIGNATURE,
            "its signature does not hold for what it says",
            suspicion.about(envelope, statement, null, null))
        : new Untrusted(Reason.UNKNOWN_KEY, "no key that the estate trusts has signed it");
  }

  private static EvidenceItem unreadable(String name, String digest, Supplier<Standing> judge) {
    return new EvidenceItem(name, digest, null, judge);
  }

  private static String words(LedgerException e) {
    return e.getMessage() == null ? "it can't be read" : e.getMessage();
  }
}
