package dev.interlock.changes.people;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody or something stays.
 *
 * @param until the first instant after it; null when no end is in sight
 */
public record Term(@Nullable Instant until) {

  /** Shorter terms before longer ones, those without end last. */
  public static final Comparator<Term> LONGEST_LAST =
      Comparator.comparing(term -> term.until() == null ? Instant.MAX : term.until());

  /** The shorter of both. */
  public Term atMost(Term other) {
    return LONGEST_LAST.compare(this, other) <= 0 ? this : other;
  }
}
