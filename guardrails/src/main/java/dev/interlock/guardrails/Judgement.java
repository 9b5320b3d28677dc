package dev.interlock.guardrails;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.util.List;

/**
 * What a check found.
 *
 * @param findings failures and unknowns, waived ones among them, in the order of the resources
 * @param summary the counts
 */
public record Judgement(List<Finding> findings, CheckSummary summary) {

  public Judgement {
    findings = List.copyOf(findings);
  }

  /**
   * True when something at or above a severity is broken or unknown and not waived. What could not
   * be judged counts like a failure of the same control: it must not pass unseen.
   */
  public boolean failsAt(Severity limit) {
    return findings.stream().anyMatch(finding -> counts(finding, limit));
  }

  /** True when a finding alone makes a check with this limit fail. */
  public static boolean counts(Finding finding, Severity limit) {
    return finding.counts()
        && !(finding.verdict() instanceof Verdict.Pass)
        && finding.severity().compareTo(limit) >= 0;
  }
}
