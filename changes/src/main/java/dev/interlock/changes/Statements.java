package dev.interlock.changes;

import dev.interlock.evidence.Predicate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was stated in evidence of one kind, oldest first.
 *
 * @param all of it
 * @param bySubject the same by SHA-256 in hex of what it is about
 */
record Statements<P extends Predicate>(
    List<Stated<P>> all, Map<String, List<Stated<P>>> bySubject) {

  private static final Comparator<Stated<?>> OLDEST_FIRST =
      Comparator.comparing((Stated<?> s) -> s.says().at()).thenComparing(s -> s.item().digest());

  /** Nothing was stated. */
  static final Statements<?> NONE = new Statements<>(List.of(), Map.of());

  /** Sorts what was stated. */
  static <P extends Predicate> Statements<P> of(List<Stated<P>> stated) {
    List<Stated<P>> all = stated.stream().sorted(OLDEST_FIRST).toList();
    Map<String, List<Stated<P>>> bySubject = new HashMap<>();
    for (Stated<P> each : all) {
      bySubject.computeIfAbsent(each.item().subject(), _ -> new ArrayList<>(2)).add(each);
    }
    return new Statements<>(all, bySubject);
  }

  /** What is about a subject. */
  List<Stated<P>> about(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }
}
