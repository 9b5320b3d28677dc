package dev.interlock.changes;

import dev.interlock.changes.trust.Matter;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Evidence that can't be used and may be bad news in a matter. */
public final class Doubts {

  private final List<EvidenceItem> byFile;
  private final List<EvidenceItem> candidates;
  private final Matter matter;
  private final Consumer<EvidenceItem> shown;

  /**
   * Looks only when it is asked.
   *
   * @param byFile all evidence there is
   * @param candidates those that may belong to the matter, each at least once
   */
  Doubts(
      List<EvidenceItem> byFile,
      List<EvidenceItem> candidates,
      Matter matter,
      Consumer<EvidenceItem> shown) {
    this.byFile = byFile;
    this.candidates = candidates;
    this.matter = matter;
    this.shown = shown;
  }

  /** What may be evidence of these kinds, by file. */
  public List<EvidenceItem> of(Set<PredicateKind> kinds) {
    Matter asked = matter.of(kinds);
    Set<EvidenceItem> found = new HashSet<>();
    for (EvidenceItem item : candidates) {
      if (!item.isBeyondDoubt() && mayBe(kinds, item) && isDoubtful(item, asked)) {
        found.add(item);
      }
    }
    found.forEach(shown);
    return found.isEmpty() ? List.of() : byFile.stream().filter(found::contains).toList();
  }

  private static boolean mayBe(Set<PredicateKind> kinds, EvidenceItem item) {
    Predicate says = item.predicate();
    return says == null || kinds.contains(PredicateKind.of(says));
  }

  private static boolean isDoubtful(EvidenceItem item, Matter asked) {
    Doubt doubt =
        item.standing() instanceof Standing.Untrusted untrusted ? untrusted.doubt() : null;
    return doubt != null && doubt.concerns(asked);
  }
}
