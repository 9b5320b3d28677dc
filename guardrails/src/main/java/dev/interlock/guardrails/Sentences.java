package dev.interlock.guardrails;

import dev.interlock.facts.Credentials;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps equal messages once, and none of the credentials that they repeat from what was judged:
 * over a large input the same sentence is said of thousands of resources, and findings are what
 * such a check has to hold in memory.
 */
final class Sentences {

  private static final int MAX_KEPT = 10_000;

  private final Map<String, String> known = new HashMap<>();

  /** The same verdict with its reason kept once. */
  Verdict once(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass pass -> pass;
      case Verdict.Fail(String reason) -> new Verdict.Fail(once(reason));
      case Verdict.Unknown(String reason) -> new Verdict.Unknown(once(reason));
    };
  }

  /** The same finding with its texts kept once. */
  Finding once(Finding finding) {
    return new Finding(
        finding.control(),
        finding.title(),
        finding.effect(),
        finding.severity(),
        once(finding.verdict()),
        finding.subject(),
        finding.source(),
        once(finding.message()),
        finding.remediation(),
        finding.waiver(),
        finding.fingerprint(),
        finding.policy());
  }

  /** The text given first that equals this one, without credentials. */
  String once(String text) {
    String first = known.get(text);
    if (first != null) {
      return first;
    }
    String shown = Credentials.hidden(text);
    if (known.size() < MAX_KEPT) {
      known.put(text, shown);
    }
    return shown;
  }
}
