package dev.interlock.changes;

import dev.interlock.changes.trust.Matter;
import dev.interlock.evidence.PredicateKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What evidence that can't be used may be about. It may hold bad news, so whatever it may be about
 * is unknown until it is repaired or taken away.
 *
 * @param kinds of evidence that it may be
 * @param subjects SHA-256 in hex of what it may be about; null when that can't be told
 * @param environment of which it speaks; null when that can't be told
 * @param budget of which it speaks; null when that can't be told
 */
public record Doubt(
    Set<PredicateKind> kinds,
    @Nullable Set<String> subjects,
    @Nullable String environment,
    @Nullable String budget) {

  public Doubt {
    kinds = Set.copyOf(kinds);
    subjects = subjects == null ? null : Set.copyOf(subjects);
  }

  /** Nothing can be told: it may be anything. */
  public static Doubt aboutAnything() {
    return new Doubt(Set.of(PredicateKind.values()), null, null, null);
  }

  /** True when it may be evidence that is asked for. */
  public boolean concerns(Matter matter) {
    return matter.kinds().stream().filter(kinds::contains).anyMatch(kind -> concerns(kind, matter));
  }

  /** The price of any change may also state what is left of a budget. */
  private boolean concerns(PredicateKind kind, Matter matter) {
    boolean subject = subjects == null || matter.subjects().stream().anyMatch(subjects::contains);
    if (kind == PredicateKind.COST) {
      boolean ours = budget == null || matter.own().contains(Matter.budget(budget));
      return ours || (subjects != null && subject);
    }
    return subject
        && (environment == null || !matter.foreign().contains(Matter.environment(environment)));
  }
}
