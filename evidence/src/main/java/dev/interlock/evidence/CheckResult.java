package dev.interlock.evidence;

import java.time.Instant;
import java.util.Map;

/**
 * Guardrails were checked.
 *
 * @param change name of the change
 * @param changeDigest of the change as it was checked
 * @param environment the environment it was checked for
 * @param violations findings that nothing waives, by severity word; absent is none
 * @param unknown rules that could not be judged
 * @param resources how many resources were judged
 */
public record CheckResult(
    String change,
    String changeDigest,
    String environment,
    Map<String, Integer> violations,
    int unknown,
    int resources,
    Instant at)
    implements Predicate {

  public CheckResult {
    violations = Map.copyOf(violations);
  }
}
