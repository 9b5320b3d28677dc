package dev.interlock.server.findings;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Finding;
import dev.interlock.server.findings.FindingsPart.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cuts a part out of all findings and counts the others. For one thread. */
final class PartOfFindings {

  private final FindingFilter filter;
  private final FindingPlace from;
  private final int limit;
  private final List<Found> found = new ArrayList<>();
  private final Map<String, Long> controls = new HashMap<>();
  private @Nullable FindingPlace next;
  private long before;
  private long total;
  private long all;

  PartOfFindings(FindingFilter filter, FindingPlace from, int limit) {
    this.filter = filter;
    this.from = from;
    this.limit = limit;
  }

  /** All findings of a change; changes come in the order of the list. */
  void take(RegisteredChange change, List<Finding> findings) {
    long filed = change.events().getFirst().position();
    boolean wanted = filter.passes(change);
    int passed = 0;
    for (Finding finding : findings) {
      all++;
      controls.merge(finding.control(), 1L, Long::sum);
      if (wanted && filter.passes(finding)) {
        total++;
        place(new Found(change, finding), filed, passed++);
      }
    }
  }

  private void place(Found each, long filed, int number) {
    if (number < from.before(filed)) {
      before++;
    } else if (found.size() < limit) {
      found.add(each);
    } else if (next == null) {
      next = new FindingPlace(filed, number);
    }
  }

  FindingsPart done(int changes, int unchecked) {
    String then = next == null ? null : next.text();
    return new FindingsPart(
        found, then, before, total, all, changes, unchecked, new TreeMap<>(controls));
  }
}
