package dev.interlock.changes.trust;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Doubt;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.changes.Standing.Reason;
import dev.interlock.changes.Standing.Untrusted;
import dev.interlock.changes.people.Term;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.VerificationKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads files of evidence and judges each envelope in them. */
public final class EnvelopeReading {

  private final Envelopes envelopes;
  private final KeyRing ring;
  private final KeyTrust trust;
  private final Suspicion suspicion;

  /** Judges by the keys that the envelopes are read for; what says it was made later is not yet. */
  public EnvelopeReading(Envelopes envelopes, AsOf asOf) {
    this.envelopes = envelopes;
    this.ring = envelopes.ring();
    this.trust = new KeyTrust(ring, asOf);
    this.suspicion = new Suspicion(ring, trust);
  }

  /** Everything in a file; what can't be read is in the list too, with the reason. */
  public List<EvidenceItem> read(EvidenceFile file) {
    List<EvidenceItem> items = new ArrayList<>();
    envelopes.read(file).forEach((name, read) -> items.add(item(name, read)));
    return items;
  }

  private EvidenceItem item(String name, ReadEnvelope read) {
    Statement statement = read.statement();
    Predicates.Read says = read.says();
    if (statement == null || says == null) {
      return new EvidenceItem(name, read.digest(), null, () -> unreadable(read));
    }
    Predicate claim = says.predicate();
    return claim == null
        ? new EvidenceItem(name, read.digest(), null, () -> unusable(read, statement, says))
        : new EvidenceItem(name, read.digest(), claim, () -> standing(read, statement, claim));
  }

  private Untrusted unreadable(ReadEnvelope read) {
    Envelope envelope = read.envelope();
    Doubt doubt = read.mayBeEvidence() ? Doubt.aboutAnything() : null;
    return new Untrusted(
        Reason.UNREADABLE,
        read.problem(),
        envelope == null ? doubt : suspicion.unknowable(envelope));
  }

  private Untrusted unusable(ReadEnvelope read, Statement statement, Predicates.Read says) {
    Envelope envelope = read.envelope();
    return new Untrusted(
        says.known() ? Reason.UNREADABLE : Reason.UNKNOWN_KIND,
        says.problem(),
        envelope == null
            ? null
            : suspicion.about(envelope, statement, says.environment(), says.budget()));
  }

  private Standing standing(ReadEnvelope read, Statement statement, Predicate says) {
    Envelope envelope = read.envelope();
    if (envelope == null) {
      return new Untrusted(Reason.UNSIGNED, "nobody signed it");
    }
    Set<VerificationKey> signers = envelopes.signers(read);
    if (signers.isEmpty()) {
      return notOurs(envelope, statement);
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

  private Untrusted notOurs(Envelope envelope, Statement statement) {
    boolean named =
        envelope.signatures().stream()
            .anyMatch(s ->
                ring.keys().values().stream().anyMatch(key -> key.key().id().equals(s.keyId())));
    return named
        ? new Untrusted(
            Reason.BAD_SIGNATURE,
            "its signature does not hold for what it says",
            suspicion.about(envelope, statement, null, null))
        : new Untrusted(Reason.UNKNOWN_KEY, "no key that the estate trusts has signed it");
  }
}
