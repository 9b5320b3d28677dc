package dev.interlock.changes.trust;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Predicate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds evidence by what it claims to be about: a question costs what belongs to it, however much
 * else there is. Nobody's signature is verified for that.
 */
public final class EvidenceIndex {

  private final List<EvidenceItem> unreadable = new ArrayList<>();
  private final Map<String, List<EvidenceItem>> bySubject = new HashMap<>();
  private final Map<String, List<EvidenceItem>> byPlace = new HashMap<>();

  /** An index of these pieces; each list in it is in their order. */
  public EvidenceIndex(Iterable<EvidenceItem> items) {
    items.forEach(this::add);
  }

  private void add(EvidenceItem item) {
    Predicate says = item.predicate();
    if (says == null) {
      unreadable.add(item);
      return;
    }
    put(bySubject, item.subject(), item);
    places(says).forEach(place -> put(byPlace, place, item));
  }

  private static List<String> places(Predicate says) {
    return says instanceof Cost cost
        ? List.of(Matter.budget(cost.budget()))
        : Claim.of(says).environments().stream().map(Matter::environment).toList();
  }

  private static void put(Map<String, List<EvidenceItem>> map, String key, EvidenceItem item) {
    map.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(item);
  }

  /** Everything that may belong to a matter, whatever its kind; some of it twice. */
  public List<EvidenceItem> in(Matter matter) {
    List<EvidenceItem> found = new ArrayList<>(unreadable);
    for (String subject : matter.subjects()) {
      found.addAll(bySubject.getOrDefault(subject, List.of()));
    }
    byPlace.forEach((place, items) -> {
      if (matter.mayMean(place)) {
        found.addAll(items);
      }
    });
    return found;
  }
}
