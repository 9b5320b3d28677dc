package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent.EvidenceReceived;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.changes.Standing;
import dev.interlock.changes.Standing.Untrusted;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.CheckResult;
import dev.interlock.evidence.DecisionRecord;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes in a signed envelope. What nobody can read or whose signature does not hold is refused;
 * whether the rest counts is judged anew each time.
 */
public final class FileEvidence {

  private static final int LARGEST = 8 << 20;
  private static final String UNREADABLE = "unreadable";
  private static final String HINT =
      "send one DSSE envelope as interlock evidence sign or approve writes it";

  private final ChangeBook book;

  /** Files into this book. */
  public FileEvidence(ChangeBook book) {
    this.book = book;
  }

  /**
   * What was filed.
   *
   * @param event the register's
   * @param item whether it counts, by the keys that the estate trusts now
   */
  public record Filed(RecordedEvent event, EvidenceItem item) {}

  /**
   * Files it under the change that it is about, or under none.
   *
   * @param name how refusals call it
   * @throws InputRejected when it can't be taken
   * @throws RegisterRefused when its change is withdrawn or carried out
   */
  public Filed run(String name, Bytes envelope, EstateInForce estate, Author author)
      throws RegisterRefused {
    require(name, envelope, estate, author.at());
    return keep(name, envelope, estate, author);
  }

  /** Files it whatever it is: what nobody can read may be bad news, and makes contacts unknown. */
  Filed keep(String name, Bytes envelope, EstateInForce estate, Author author)
      throws RegisterRefused {
    Predicate says = item(name, envelope, estate, author.at()).predicate();
    Optional<RegisteredChange> change = says == null ? Optional.empty() : about(says);
    String sha256 = ChangeDigest.sha256(envelope.toArray());
    int seen = change.map(RegisteredChange::number).orElse(0);
    NewEvent event =
        new NewEvent(
            new EvidenceReceived(
                change.map(RegisteredChange::name).orElse(null),
                says == null ? UNREADABLE : PredicateKind.of(says).word(),
                sha256),
            author.account(),
            author.at(),
            seen,
            author.retry("evidence", sha256));
    return append(event, envelope, estate);
  }

  /** Files what is known to be sound. */
  Filed append(NewEvent event, Bytes envelope, EstateInForce estate) throws RegisterRefused {
    String sha256 = ChangeDigest.sha256(envelope.toArray());
    RecordedEvent recorded = book.append(event, Map.of(sha256, envelope));
    if (!(recorded.says() instanceof EvidenceReceived received)) {
      throw new IllegalStateException("the register filed evidence as something else");
    }
    Bytes kept =
        book.contents(List.of(received.sha256())).getOrDefault(received.sha256(), envelope);
    return new Filed(recorded, item(received.file(), kept, estate, event.at()));
  }

  private static void require(String name, Bytes envelope, EstateInForce estate, Instant now) {
    if (envelope.length() > LARGEST) {
      throw refused(name, "it is larger than 8 MB");
    }
    EvidenceItem item = item(name, envelope, estate, now);
    if (item.standing() instanceof Untrusted untrusted && broken(untrusted.reason())) {
      throw refused(name, untrusted.message());
    }
    if (item.predicate() == null) {
      throw refused(name, "it can't be read");
    }
  }

  /** What will never count, whatever keys the estate comes to trust. */
  private static boolean broken(Standing.Reason reason) {
    return switch (reason) {
      case UNREADABLE, UNKNOWN_KIND, UNSIGNED, BAD_SIGNATURE, WRONG_SUBJECT -> true;
      case UNKNOWN_KEY,
          WRONG_KIND_FOR_KEY,
          WRONG_PERSON,
          WRONG_ENVIRONMENT,
          UNKNOWN_PLACE,
          WRONG_TIME ->
          false;
    };
  }

  private static InputRejected refused(String name, String why) {
    return new InputRejected(
        RegisterCode.BAD_EVIDENCE.code(), name, "this is not taken as evidence: " + why, HINT);
  }

  private static EvidenceItem item(String name, Bytes envelope, EstateInForce estate, Instant now) {
    EvidenceFile file = new EvidenceFile(name, envelope);
    return estate.evidence().read(List.of(file), now).items().getFirst();
  }

  private Optional<RegisteredChange> about(Predicate says) {
    String change =
        switch (says) {
          case Approval a -> a.change();
          case CheckResult c -> c.change();
          case DecisionRecord d -> d.change();
          default -> null;
        };
    return change == null ? Optional.empty() : book.find(change);
  }
}
