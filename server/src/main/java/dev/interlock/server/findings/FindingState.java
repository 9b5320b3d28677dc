package dev.interlock.server.findings;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import java.util.Locale;

/** What a finding comes to. */
public enum FindingState {
  /** The rule is broken and nothing excuses it. */
  VIOLATED,
  /** The rule could not be judged. */
  UNKNOWN,
  /** A waiver covers it. */
  WAIVED;

  /** Of a finding. */
  public static FindingState of(Finding finding) {
    if (finding.waiver() != null) {
      return WAIVED;
    }
    return finding.verdict() instanceof Verdict.Fail ? VIOLATED : UNKNOWN;
  }

  /** The lower-case word used in addresses and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
