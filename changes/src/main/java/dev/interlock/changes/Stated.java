package dev.interlock.changes;

import dev.interlock.evidence.Predicate;

/**
 * What was stated, with the evidence that states it.
 *
 * @param <P> the kind of evidence
 */
public record Stated<P extends Predicate>(P says, EvidenceItem item) {

  /** Why it does not count; empty when it does. */
  public String complaint() {
    return switch (item.standing()) {
      case Standing.Trusted _ -> "";
      case Standing.Untrusted untrusted -> untrusted.message();
    };
  }
}
