package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.guardrails.Judgement;
import dev.interlock.usecases.spool.KeptFindings;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What checking guardrails came to. To be closed when it has been shown: findings beyond a bound
 * may lie on disk until then.
 *
 * @param resources how many resources were judged
 * @param evaluations how many times a control was applied to a resource
 * @param controls the controls that took part, by name
 * @param findings failures and unknowns, waived ones included, in the order of their places; not
 *     copied
 * @param counts of the findings
 * @param problems what is wrong with the inputs; with an error among them some input was not judged
 * @param skipped files in folders that are of other kinds and were not read
 * @param notes how much of a plan was understood, each a sentence without a full stop
 */
public record CheckReport(
    long resources,
    long evaluations,
    SortedMap<String, AppliedControl> controls,
    List<Finding> findings,
    FindingCounts counts,
    List<Diagnostic> problems,
    long skipped,
    List<String> notes)
    implements AutoCloseable {

  public CheckReport {
    controls = Collections.unmodifiableSortedMap(new TreeMap<>(controls));
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** A report of findings that are all in memory. */
  public CheckReport(
      long resources,
      long evaluations,
      SortedMap<String, AppliedControl> controls,
      List<Finding> findings,
      List<Diagnostic> problems,
      long skipped,
      List<String> notes) {
    this(
        resources,
        evaluations,
        controls,
        List.copyOf(findings),
        FindingCounts.of(findings),
        problems,
        skipped,
        notes);
  }

  /** A report of inputs that needed no note. */
  public CheckReport(
      long resources,
      long evaluations,
      SortedMap<String, AppliedControl> controls,
      List<Finding> findings,
      List<Diagnostic> problems,
      long skipped) {
    this(resources, evaluations, controls, findings, problems, skipped, List.of());
  }

  /** Broken rules that nothing waives. */
  public long violations() {
    return sum(counts.violations());
  }

  /** Findings that a waiver covers. */
  public long waived() {
    return counts.waived();
  }

  /** What could not be judged and nothing waives: unknown verdicts and inputs nobody could read. */
  public long errors() {
    return counts.unknown() + problems.stream().filter(Diagnostic::isError).count();
  }

  /** Violations by severity; every severity has an entry. */
  public Map<Severity, Long> bySeverity() {
    return counts.violations();
  }

  /** How many findings fail a check that fails on this severity or more. */
  public long failing(Severity failOn) {
    Map<Severity, Long> failing = new EnumMap<>(counts.failing());
    failing.keySet().removeIf(severity -> severity.compareTo(failOn) < 0);
    return sum(failing);
  }

  /** True when a finding alone fails a check that fails on this severity or more. */
  public static boolean fails(Finding finding, Severity failOn) {
    return Judgement.counts(finding, failOn);
  }

  /** True when at least one input, or a part of one, was not judged. */
  public boolean incomplete() {
    return problems.stream().anyMatch(Diagnostic::isError);
  }

  /** Gives back the disk that findings took; they can't be read any more. */
  @Override
  public void close() {
    if (findings instanceof KeptFindings kept) {
      kept.close();
    }
  }

  private static long sum(Map<Severity, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
