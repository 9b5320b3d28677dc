package dev.interlock.changes;

import dev.interlock.evidence.DecisionRecord;
import dev.interlock.evidence.DecisionRecord.ContactRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a decision into evidence: what was decided, and the digests of what it was decided from.
 */
public final class DecisionRecords {

  private DecisionRecords() {}

  /** The record of a decision. */
  public static DecisionRecord of(
      ChangeRequest request,
      TierVerdict tier,
      Decision decision,
      EvidenceBook evidence,
      Basis basis) {
    return new DecisionRecord(
        request.name(),
        request.digest(),
        request.change().environment(),
        outcome(decision.outcome()),
        decision.tier(),
        tier.reasons(),
        decision.notBefore(),
        decision.expires(),
        decision.contacts().stream().map(DecisionRecords::contact).toList(),
        basis.estateDigest(),
        digests(evidence.items()),
        basis.version(),
        decision.at());
  }

  /**
   * What a decision rests on beside the change and its evidence.
   *
   * @param estateDigest of the estate's files
   * @param version of the product
   */
  public record Basis(String estateDigest, String version) {}

  private static Map<String, String> digests(List<EvidenceItem> items) {
    Map<String, String> digests = new TreeMap<>();
    items.forEach(item -> digests.put(item.file(), item.digest()));
    return digests;
  }

  private static DecisionRecord.Outcome outcome(Decision.Outcome outcome) {
    return switch (outcome) {
      case GO -> DecisionRecord.Outcome.GO;
      case WAIT -> DecisionRecord.Outcome.WAIT;
      case STOP -> DecisionRecord.Outcome.STOP;
    };
  }

  private static ContactRecord contact(Contact contact) {
    return new ContactRecord(
        contact.name(),
        switch (contact.state()) {
          case CLOSED -> DecisionRecord.State.CLOSED;
          case PENDING -> DecisionRecord.State.PENDING;
          case OPEN -> DecisionRecord.State.OPEN;
          case UNKNOWN -> DecisionRecord.State.UNKNOWN;
        },
        contact.reason(),
        contact.closesAt(),
        contact.evidence());
  }
}
