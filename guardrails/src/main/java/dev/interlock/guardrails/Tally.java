package dev.interlock.guardrails;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** Counts what a check does. */
final class Tally {

  private long resources;
  private long evaluations;
  private long waived;
  private long errors;
  private final Map<Severity, Long> violations = new EnumMap<>(Severity.class);

  void resource() {
    resources++;
  }

  void evaluated(int times) {
    evaluations += times;
  }

  long evaluations() {
    return evaluations;
  }

  void found(Finding finding) {
    if (finding.waiver() != null) {
      waived++;
      return;
    }
    switch (finding.verdict()) {
      case Verdict.Fail _ -> violations.merge(finding.severity(), 1L, Long::sum);
      case Verdict.Unknown _ -> errors++;
      case Verdict.Pass _ -> throw new IllegalStateException("a pass is no finding");
    }
  }

  CheckSummary summary(int controls) {
    long all = violations.values().stream().mapToLong(Long::longValue).sum();
    return new CheckSummary(resources, controls, evaluations, all, waived, errors, violations);
  }
}
