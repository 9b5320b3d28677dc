package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person agreed to a change, or refused it. The newest answer of a person in a role counts. */
@Doc("A person agreed to a change, or refused it.")
public record Approval(
    @Doc("Name of the change.") String change,
    @Doc("Digest of the change as it was approved; an edited change needs new approvals.")
        String changeDigest,
    @Doc("The environment it goes to.") String environment,
    @Doc("The Person in the estate, by name or account.") String person,
    @Doc("The Role the person acted in.") String role,
    @Doc("The plant the person spoke for.") @Nullable String plant,
    @Doc("What the person said.") Answer answer,
    @Doc("In the person's own words.") @Nullable String comment,
    @Doc(value = "When the person said so.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public Approval {
    Digests.require("changeDigest", changeDigest);
  }

  /** What the person said. */
  public enum Answer {
    APPROVE,
    REJECT
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofDigest(change, changeDigest);
  }
}
