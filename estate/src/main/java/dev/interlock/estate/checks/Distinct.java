package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.EstateCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is defined twice within one document. */
final class Distinct {

  private Distinct() {}

  /**
   * Reports every name that came before.
   *
   * @param list the key of the list
   * @param key the key of the name in each of its items
   */
  static void check(Entry<?> entry, String list, String key, List<String> names, Report report) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        report.add(
            EstateCode.DEFINED_TWICE,
            entry.at(list, i, key),
            list + " defines \"" + names.get(i) + "\" twice");
      }
    }
  }
}
