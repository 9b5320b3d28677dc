package dev.interlock.changes;

import dev.interlock.evidence.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence and whether it counts.
 *
 * @param file where it was found; {@code file:line} for one of several
 * @param digest {@code sha256:…} of the envelope's bytes
 * @param predicate what it states, a mere claim unless trusted; null when it can't be read
 * @param standing whether it counts
 */
public record EvidenceItem(
    String file, String digest, @Nullable Predicate predicate, Standing standing) {

  private static final int SHOWN_DIGITS = "sha256:".length() + 12;

  /** How a contact names it: the file and the beginning of its digest. */
  public String label() {
    return file + " (" + digest.substring(0, SHOWN_DIGITS) + ")";
  }

  /** True when it counts. */
  public boolean trusted() {
    return standing instanceof Standing.Trusted;
  }
}
