package dev.interlock.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person agreed to a change, or refused it.
 *
 * @param change name of the change
 * @param changeDigest of the change as it was approved; an edited change needs new approvals
 * @param person name of the Person in the estate
 * @param role the Role the person acted in
 * @param plant the plant the person spoke for, or null
 * @param answer approve or reject
 * @param comment free text, or null
 */
public record Approval(
    String change,
    String changeDigest,
    String person,
    String role,
    @Nullable String plant,
    Answer answer,
    @Nullable String comment,
    Instant at)
    implements Predicate {

  /** What the person said. */
  public enum Answer {
    APPROVE,
    REJECT
  }
}
