package dev.interlock.changes.trust;

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

  private static final String BUDGET = "budget/";

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
    return BUDGET + name;
  }

  /** The same, of these kinds of evidence alone. */
  public Matter of(Set<PredicateKind> asked) {
    return new Matter(asked, subjects, own, foreign);
  }

  /**
   * True when evidence about a place may belong here though its subject does not: a strange name
   * may mean ours, and the price of another change may state what is left of our budget.
   */
  boolean mayMean(String place) {
    return !foreign.contains(place) && (place.startsWith(BUDGET) || !own.contains(place));
  }
}
