package dev.interlock.usecases;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** Counts findings one by one, so that they need not be gone through again. */
final class FindingCounter {

  private final Map<Severity, Long> violations = none();
  private final Map<Severity, Long> failing = none();
  private long waived;
  private long unknown;

  void count(Finding finding) {
    if (finding.isViolation()) {
      violations.merge(finding.severity(), 1L, Long::sum);
    }
    if (CheckReport.fails(finding, finding.severity())) {
      failing.merge(finding.severity(), 1L, Long::sum);
    }
    if (finding.waiver() != null) {
      waived++;
    } else if (finding.verdict() instanceof Verdict.Unknown) {
      unknown++;
    }
  }

  FindingCounts counts() {
    return new FindingCounts(violations, failing, waived, unknown);
  }

  private static Map<Severity, Long> none() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0L);
    }
    return counts;
  }
}
