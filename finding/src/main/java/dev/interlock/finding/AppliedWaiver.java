package dev.interlock.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The exception that covers a finding: a waiver of the estate or an exemption of Azure Policy.
 *
 * @param name of the waiver in the estate, or of the exemption
 * @param owner who answers for the exception
 * @param reason why it was granted
 * @param expires when it stops by itself; null for an exemption that never does
 */
public record AppliedWaiver(String name, String owner, String reason, @Nullable Instant expires) {

  /** How long it lasts: {@code until 2027-01-01T00:00:00Z}, or {@code without an end}. */
  public String term() {
    return expires == null ? "without an end" : "until " + expires;
  }
}
