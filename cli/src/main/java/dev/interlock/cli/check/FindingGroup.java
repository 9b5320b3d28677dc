package dev.interlock.cli.check;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Findings of one control that people read together.
 *
 * @param control name of the control
 * @param findings at least one, in the order of the report
 */
record FindingGroup(String control, List<Finding> findings) {

  private static final Comparator<FindingGroup> WORST_FIRST =
      Comparator.comparing(FindingGroup::severity).reversed().thenComparing(FindingGroup::control);

  /** The findings that match, by control, the most severe group first. */
  static List<FindingGroup> of(List<Finding> findings, Predicate<Finding> matching) {
    Map<String, List<Finding>> byControl = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (matching.test(finding)) {
        byControl.computeIfAbsent(finding.control(), _ -> new ArrayList<>()).add(finding);
      }
    }
    return byControl.entrySet().stream()
        .map(e -> new FindingGroup(e.getKey(), e.getValue()))
        .sorted(WORST_FIRST)
        .toList();
  }

  /** The worst severity in the group. */
  Severity severity() {
    return findings.stream().map(Finding::severity).max(Comparator.naturalOrder()).orElseThrow();
  }

  String title() {
    return findings.getFirst().title();
  }

  String remediation() {
    return findings.getFirst().remediation();
  }
}
