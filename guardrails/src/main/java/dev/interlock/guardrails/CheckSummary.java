package dev.interlock.guardrails;

import dev.interlock.finding.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counts of a check, as its JSON output shows them.
 *
 * @param resources how many were judged
 * @param controls how many controls were in force
 * @param evaluations how many judgements were made: one for each resource, or element of it, under
 *     each control that applies
 * @param violations failures that nothing waives
 * @param waived failures and unknowns that a waiver covers
 * @param errors unknowns that nothing waives
 * @param bySeverity the violations by severity, every severity named
 */
public record CheckSummary(
    long resources,
    int controls,
    long evaluations,
    long violations,
    long waived,
    long errors,
    Map<Severity, Long> bySeverity) {

  public CheckSummary {
    Map<Severity, Long> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      all.put(severity, bySeverity.getOrDefault(severity, 0L));
    }
    bySeverity = Collections.unmodifiableMap(all);
  }
}
