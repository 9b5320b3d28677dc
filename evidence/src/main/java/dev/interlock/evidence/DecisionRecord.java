package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gate decided, and the digests of everything it decided from: with the same inputs at the
 * same instant anybody derives the same decision again.
 */
@Doc("What the gate decided, and the digests of everything it decided from.")
public record DecisionRecord(
    @Doc("Name of the change.") String change,
    @Doc("Digest of the change and its manifests.") String changeDigest,
    @Doc("Where it goes.") String environment,
    @Doc("go, wait or stop.") Outcome decision,
    @Doc("The risk tier it was judged in.") String tier,
    @Doc("Why that tier.") List<String> tierReasons,
    @Doc("When a waiting change may go; none while people are pending.")
        @Nullable Instant notBefore,
    @Doc("When the decision stops counting.") Instant expires,
    @Doc("Every contact, in the order of the rung.") List<ContactRecord> contacts,
    @Doc("Digest of the estate's files.") String estateDigest,
    @Doc("Each file of evidence and its digest, whether it was trusted or not.")
        Map<String, String> evidence,
    @Doc("The version of the product that decided.") String version,
    @Doc("The instant it was judged for.") Instant at)
    implements Predicate {

  public DecisionRecord {
    Digests.require("changeDigest", changeDigest);
    Digests.require("estateDigest", estateDigest);
    tierReasons = List.copyOf(tierReasons);
    contacts = List.copyOf(contacts);
    evidence = Map.copyOf(evidence);
  }

  /** What may happen. */
  public enum Outcome {
    GO,
    WAIT,
    STOP
  }

  /** Whether current flows through a contact. */
  public enum State {
    CLOSED,
    PENDING,
    OPEN,
    UNKNOWN
  }

  /** One contact as it was judged. */
  @Doc("One contact as it was judged.")
  public record ContactRecord(
      @Doc("Its name.") String name,
      @Doc("Whether current flows.") State state,
      @Doc("Why, in words.") String reason,
      @Doc("When it closes by itself; none when a person must act.") @Nullable Instant closesAt,
      @Doc("What it rests on.") List<String> evidence) {

    public ContactRecord {
      evidence = List.copyOf(evidence);
    }
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofDigest(change, changeDigest);
  }
}
