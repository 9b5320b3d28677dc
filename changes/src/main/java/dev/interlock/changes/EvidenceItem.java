package dev.interlock.changes;

import dev.interlock.evidence.Predicate;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence and whether it counts. Its signature is verified when somebody first asks:
 * a folder may hold much evidence that a decision does not look at. Safe for use by several
 * threads.
 */
public final class EvidenceItem {

  private static final int SHOWN_DIGITS = "sha256:".length() + 12;

  private final String file;
  private final String digest;
  private final @Nullable Predicate predicate;
  private final Supplier<Standing> judge;
  private volatile @Nullable Standing standing;
  private volatile @Nullable String subject;
  private volatile @Nullable String label;

  /**
   * A piece of evidence.
   *
   * @param file where it was found; {@code file:line} for one of several
   * @param digest {@code sha256:…} of the envelope's bytes
   * @param predicate what it states, a mere claim unless trusted; null when it can't be read
   * @param judge tells whether it counts; always the same
   */
  public EvidenceItem(
      String file, String digest, @Nullable Predicate predicate, Supplier<Standing> judge) {
    this.file = file;
    this.digest = digest;
    this.predicate = predicate;
    this.judge = judge;
  }

  /** Where it was found; {@code file:line} for one of several. */
  public String file() {
    return file;
  }

  /** {@code sha256:…} of the envelope's bytes. */
  public String digest() {
    return digest;
  }

  /** What it states, a mere claim unless trusted; null when it can't be read. */
  public @Nullable Predicate predicate() {
    return predicate;
  }

  /** SHA-256 in hex of what it says it is about; empty when it can't be read. */
  public String subject() {
    String known = subject;
    if (known == null) {
      known = predicate == null ? "" : predicate.subject().sha256();
      subject = known;
    }
    return known;
  }

  /** True when it is known already that it counts, or that it can simply be left out. */
  boolean isBeyondDoubt() {
    Standing known = standing;
    return known instanceof Standing.Trusted
        || (known instanceof Standing.Untrusted untrusted && untrusted.doubt() == null);
  }

  /** Whether it counts, or why not. */
  public Standing standing() {
    Standing known = standing;
    if (known == null) {
      known = judge.get();
      standing = known;
    }
    return known;
  }

  /** How a contact names it: the file and the beginning of its digest. */
  public String label() {
    String known = label;
    if (known == null) {
      known = file + " (" + digest.substring(0, SHOWN_DIGITS) + ")";
      label = known;
    }
    return known;
  }

  /** The instant from which it counts no more; null when none is in sight or it never counted. */
  public @Nullable Instant trustedUntil() {
    return standing() instanceof Standing.Trusted trusted ? trusted.until() : null;
  }

  /** True when it counts. */
  public boolean trusted() {
    return standing() instanceof Standing.Trusted;
  }
}
