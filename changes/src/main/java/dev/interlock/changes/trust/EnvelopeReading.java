package dev.interlock.changes.trust;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.changes.Standing.Reason;
import dev.interlock.changes.Standing.Untrusted;
import dev.interlock.changes.trust.KeyRing.RingKey;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.evidence.EvidenceCodec;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Diagnostic;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads files of evidence and judges each envelope in them. */
public final class EnvelopeReading {

  private final EvidenceCodec codec = new EvidenceCodec();
  private final DocumentReader reader = DocumentReader.standard();
  private final KeyRing ring;
  private final KeyTrust trust;

  /** Judges by these keys; what says it was made after {@code now} does not count. */
  public EnvelopeReading(KeyRing ring, Instant now) {
    this.ring = ring;
    this.trust = new KeyTrust(ring, now);
  }

  /** Everything in a file; what can't be read is in the list too, with the reason. */
  public List<EvidenceItem> read(EvidenceFile file) {
    if (!file.name().endsWith(".jsonl")) {
      return List.of(item(file.name(), file.content().toArray()));
    }
    List<EvidenceItem> items = new ArrayList<>();
    int number = 0;
    for (String line : file.content().utf8().split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        items.add(item(file.name() + ":" + number, line.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return items;
  }

  private EvidenceItem item(String name, byte[] bytes) {
    String digest = "sha256:" + ChangeDigest.sha256(bytes);
    Opened opened;
    try {
      opened = Opened.envelope(bytes);
    } catch (LedgerException e) {
      Optional<Opened> unsigned = Opened.unsigned(bytes, payload(bytes, name));
      if (unsigned.isEmpty()) {
        return unreadable(name, digest, Reason.UNREADABLE, e.getMessage());
      }
      opened = unsigned.get();
    }
    return judge(name, digest, opened);
  }

  private EvidenceItem judge(String name, String digest, Opened opened) {
    Statement statement = opened.statement();
    Optional<PredicateKind> kind = PredicateKind.ofTypeUri(statement.predicateType());
    if (kind.isEmpty()) {
      String message = "the gate knows no evidence of type " + statement.predicateType();
      return unreadable(name, digest, Reason.UNKNOWN_KIND, message);
    }
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Predicate> says = predicate(kind.get(), statement, name, problems);
    if (says.isEmpty()) {
      String first = problems.isEmpty() ? "it is no mapping" : problems.getFirst().message();
      return unreadable(name, digest, Reason.UNREADABLE, "it can't be read: " + first);
    }
    Predicate claim = says.get();
    return new EvidenceItem(
        name, digest, claim, () -> standing(opened.envelope(), statement, claim));
  }

  private Optional<Predicate> predicate(
      PredicateKind kind, Statement statement, String name, List<Diagnostic> problems) {
    List<Document> documents = new ArrayList<>();
    problems.addAll(reader.read(statement.predicate().utf8(), name, documents::add));
    return documents.size() == 1 && problems.isEmpty()
        ? codec.read(kind, documents.getFirst().root(), name, problems::add)
        : Optional.empty();
  }

  private Standing standing(@Nullable Envelope envelope, Statement statement, Predicate says) {
    if (envelope == null) {
      return new Untrusted(Reason.UNSIGNED, "nobody signed it");
    }
    List<VerificationKey> keys = ring.keys().values().stream().map(RingKey::key).toList();
    Set<VerificationKey> signers = envelope.signedBy(keys);
    if (signers.isEmpty()) {
      return notOurs(envelope, keys);
    }
    String subject = says.subject().sha256();
    if (statement.subjects().stream().noneMatch(s -> subject.equals(s.digest().get("sha256")))) {
      return new Untrusted(
          Reason.WRONG_SUBJECT,
          "the statement around it is about something else than " + says.subject().name());
    }
    return best(signers, says);
  }

  /** One trusted signature is enough; otherwise the first signer's reason is told. */
  private Standing best(Set<VerificationKey> signers, Predicate says) {
    Standing first = null;
    for (RingKey key : ring.keys().values()) {
      if (signers.contains(key.key())) {
        Standing standing = trust.judge(key, says);
        if (standing instanceof Standing.Trusted) {
          return standing;
        }
        first = first == null ? standing : first;
      }
    }
    if (first == null) {
      throw new IllegalStateException("a signer that is none of the keys asked for");
    }
    return first;
  }

  private static Untrusted notOurs(Envelope envelope, List<VerificationKey> keys) {
    boolean named =
        envelope.signatures().stream()
            .anyMatch(s -> keys.stream().anyMatch(key -> key.id().equals(s.keyId())));
    return named
        ? new Untrusted(Reason.BAD_SIGNATURE, "its signature does not hold for what it says")
        : new Untrusted(Reason.UNKNOWN_KEY, "no key that the estate trusts has signed it");
  }

  /** The payload of an envelope-like file whose signatures are missing; null when there is none. */
  private @Nullable String payload(byte[] bytes, String name) {
    List<Document> documents = new ArrayList<>();
    reader.read(new String(bytes, StandardCharsets.UTF_8), name, documents::add);
    return documents.size() == 1 && documents.getFirst().root() instanceof MappingNode envelope
        ? envelope.text("payload")
        : null;
  }

  private static EvidenceItem unreadable(
      String name, String digest, Reason reason, @Nullable String message) {
    String words = message == null ? "it can't be read" : message;
    Standing standing = new Untrusted(reason, words);
    return new EvidenceItem(name, digest, null, () -> standing);
  }
}
