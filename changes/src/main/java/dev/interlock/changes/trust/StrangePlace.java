package dev.interlock.changes.trust;

import dev.interlock.changes.Doubt;
import dev.interlock.changes.Standing.Reason;
import dev.interlock.changes.Standing.Untrusted;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.EvidenceSubject;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence about an environment or budget that the estate does not have closes nothing. Where only
 * letter case, blanks or signs tell its name from one that the estate has, that one is most likely
 * meant, and the news may be bad; so may the price of a change.
 */
final class StrangePlace {

  private StrangePlace() {}

  /**
   * Why what it says does not count; null when the estate has every place that it names.
   *
   * @param mayName whether the key may speak about an environment
   */
  static @Nullable Untrusted of(
      Predicate says, KeyRing ring, java.util.function.Predicate<String> mayName) {
    if (says instanceof Cost cost) {
      Set<String> budgets = ring.environmentsByBudget().keySet();
      return budgets.contains(cost.budget())
          ? null
          : strange("budget", cost.budget(), budgets, _ -> true, says);
    }
    for (String environment : Claim.of(says).environments()) {
      if (!ring.environments().contains(environment)) {
        return strange("environment", environment, ring.environments(), mayName, says);
      }
    }
    return null;
  }

  private static Untrusted strange(
      String what,
      String name,
      Collection<String> known,
      java.util.function.Predicate<String> mayName,
      Predicate says) {
    Optional<String> meant =
        known.stream().filter(one -> NameKey.of(one).equals(NameKey.of(name))).findFirst();
    Optional<String> near = meant.or(() -> Suggestion.nearest(name, known));
    return new Untrusted(
        Reason.UNKNOWN_PLACE,
        "the estate has no "
            + what
            + " \""
            + name
            + "\""
            + near.map(word -> " (did you mean \"" + word + "\"?)").orElse(""),
        meant
            .filter(mayName)
            .map(word -> doubt(what, word, says))
            .orElse(isPrice(says) ? doubt(what, name, says) : null));
  }

  private static Doubt doubt(String what, String meant, Predicate says) {
    boolean budget = what.equals("budget");
    return new Doubt(
        Set.of(PredicateKind.of(says)),
        Set.of(says.subject().sha256(), EvidenceSubject.ofName(what + "/" + meant).sha256()),
        budget ? null : meant,
        budget ? meant : null);
  }

  /** The price of exactly one version of a change, whatever is to pay for it. */
  private static boolean isPrice(Predicate says) {
    return says instanceof Cost cost && cost.change() != null;
  }
}
