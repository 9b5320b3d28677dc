package dev.interlock.document;

import dev.interlock.finding.Diagnostic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What several looks at the same thing agree on. Where parts could not be read, each look sees
 * other values in their place ({@link Draft#filled}); what all of them find wrong is wrong whatever
 * belongs there, and what only some find may be no mistake at all.
 */
public final class Agreed {

  private Agreed() {}

  /** What all of them found, in the order of the first. */
  public static List<Diagnostic> among(List<List<Diagnostic>> looks) {
    if (looks.size() == 1) {
      return looks.getFirst();
    }
    Set<Diagnostic> common = new LinkedHashSet<>();
    for (int i = 0; i < looks.size(); i++) {
      if (i == 0) {
        common.addAll(looks.get(i));
      } else {
        common.retainAll(Set.copyOf(looks.get(i)));
      }
    }
    return List.copyOf(common);
  }
}
