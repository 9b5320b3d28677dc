package dev.interlock.changes;

import dev.interlock.evidence.PredicateKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What evidence that can't be read may be about. It may hold bad news, so whatever it may be about
 * is unknown until it is repaired or taken away.
 *
 * @param kinds of evidence that it may be
 * @param subjects SHA-256 in hex of what it may be about; null when that can't be told
 * @param environment of which it speaks; null when that can't be told
 */
public record Doubt(
    Set<PredicateKind> kinds, @Nullable Set<String> subjects, @Nullable String environment) {

  public Doubt {
    kinds = Set.copyOf(kinds);
    subjects = subjects == null ? null : Set.copyOf(subjects);
  }

  /** Nothing can be told: it may be anything. */
  public static Doubt aboutAnything() {
    return new Doubt(Set.of(PredicateKind.values()), null, null);
  }

  /**
   * True when it may be evidence of one of these kinds about one of these subjects.
   *
   * @param foreign environments that have nothing to do with the matter
   */
  public boolean concerns(Set<PredicateKind> asked, Set<String> about, Set<String> foreign) {
    return asked.stream().anyMatch(kinds::contains)
        && (subjects == null || about.stream().anyMatch(subjects::contains))
        && (environment == null || !foreign.contains(environment));
  }
}
