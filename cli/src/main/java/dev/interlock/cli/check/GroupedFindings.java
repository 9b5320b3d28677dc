package dev.interlock.cli.check;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Findings by the section of a report that they belong in, and there by control. Made in one pass:
 * they may lie on disk, so of each only its place in the report is remembered.
 *
 * @param <S> names a section
 */
final class GroupedFindings<S> {

  private final Map<S, Map<String, Gathering>> sections = new HashMap<>();

  /** One group while it grows. */
  private static final class Gathering {

    private final Finding first;
    private final Selection findings;
    private Severity worst;

    Gathering(Finding first, List<Finding> all) {
      this.first = first;
      this.worst = first.severity();
      this.findings = new Selection(all);
    }

    void add(int position, Severity severity) {
      findings.add(position);
      worst = severity.compareTo(worst) > 0 ? severity : worst;
    }

    FindingGroup group() {
      return new FindingGroup(first.control(), first.title(), first.remediation(), worst, findings);
    }
  }

  /** Goes through the findings once. */
  GroupedFindings(List<Finding> all, Function<Finding, S> section) {
    int position = 0;
    for (Finding finding : all) {
      sections
          .computeIfAbsent(section.apply(finding), _ -> new LinkedHashMap<>())
          .computeIfAbsent(finding.control(), _ -> new Gathering(finding, all))
          .add(position++, finding.severity());
    }
  }

  /** The groups of one section, the most severe first. */
  List<FindingGroup> in(S section) {
    return sections.getOrDefault(section, Map.of()).values().stream()
        .map(Gathering::group)
        .sorted(FindingGroup.WORST_FIRST)
        .toList();
  }
}
