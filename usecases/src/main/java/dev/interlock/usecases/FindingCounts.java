package dev.interlock.usecases;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many findings of which kind there are. Every severity has an entry.
 *
 * @param violations broken rules that nothing waives
 * @param failing what alone fails a check that fails on this severity
 * @param waived what a waiver covers
 * @param unknown what could not be judged and nothing waives
 */
public record FindingCounts(
    Map<Severity, Long> violations, Map<Severity, Long> failing, long waived, long unknown) {

  public FindingCounts {
    violations = Collections.unmodifiableMap(new EnumMap<>(violations));
    failing = Collections.unmodifiableMap(new EnumMap<>(failing));
  }

  /** Counts findings in one pass. */
  public static FindingCounts of(Iterable<Finding> findings) {
    FindingCounter counter = new FindingCounter();
    findings.forEach(counter::count);
    return counter.counts();
  }
}
