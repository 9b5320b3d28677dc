package dev.interlock.changes.trust;

import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import java.util.Set;

/**
 * What a contact asks about: which evidence may belong to it, as far as that can be told. Places
 * are environments and budgets, named like {@code budget/core}.
 *
 * @param kinds of evidence that it asks for
 * @param subjects SHA-256 in hex of everything it may ask about
 * @param own places that the change goes to, comes from or is paid from
 * @param foreign the estate's other places
 */
public record Matter(
    Set<PredicateKind> kinds, Set<String> subjects, Set<String> own, Set<String> foreign) {

  public Matter {
    kinds = Set.copyOf(kinds);
    subjects = Set.copyOf(subjects);
    own = Set.copyOf(own);
    foreign = Set.copyOf(foreign);
  }

  /** How the matter calls an environment. */
  public static String environment(String name) {
    return "environment/" + name;
  }

  /** How the matter calls a budget. */
  public static String budget(String name) {
    return "budget/" + name;
  }

  /** The same, of these kinds of evidence alone. */
  public Matter of(Set<PredicateKind> asked) {
    return new Matter(asked, subjects, own, foreign);
  }

  /**
   * False when what is claimed is about something else: no need to verify its signature.
   *
   * @param subject SHA-256 in hex of what it is about
   */
  public boolean mayHold(Predicate says, String subject) {
    return kinds.contains(PredicateKind.of(says))
        && (subjects.contains(subject) || speaksOfOwnOrStrange(says));
  }

  /** The price of another change may state what is left of a budget; a strange name may be ours. */
  private boolean speaksOfOwnOrStrange(Predicate says) {
    return says instanceof Cost cost
        ? !foreign.contains(budget(cost.budget()))
        : Claim.of(says).environments().stream()
            .map(Matter::environment)
            .anyMatch(place -> !own.contains(place) && !foreign.contains(place));
  }
}
