package dev.interlock.guardrails;

import dev.interlock.finding.Verdict;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps equal messages once: over a large input the same sentence is said of thousands of
 * resources, and findings are what such a check has to hold in memory.
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

  /** The text given first that equals this one. */
  String once(String text) {
    String first = known.get(text);
    if (first == null && known.size() < MAX_KEPT) {
      known.put(text, text);
    }
    return first == null ? text : first;
  }
}
