package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.Judgement;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What checking guardrails came to.
 *
 * @param resources how many resources were judged
 * @param evaluations how many times a control was applied to a resource
 * @param controls the controls that took part, by name
 * @param findings failures and unknowns, waived ones included, in the order of their places
 * @param problems what is wrong with the inputs; with an error among them some input was not judged
 * @param skipped files in folders that are of other kinds and were not read
 * @param notes how much of a plan was understood, each a sentence without a full stop
 */
public record CheckReport(
    long resources,
    long evaluations,
    SortedMap<String, AppliedControl> controls,
    List<Finding> findings,
    List<Diagnostic> problems,
    long skipped,
    List<String> notes) {

  public CheckReport {
    controls = Collections.unmodifiableSortedMap(new TreeMap<>(controls));
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
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
    return findings.stream().filter(Finding::isViolation).count();
  }

  /** Findings that a waiver covers. */
  public long waived() {
    return findings.stream().filter(f -> f.waiver() != null).count();
  }

  /** What could not be judged and nothing waives: unknown verdicts and inputs nobody could read. */
  public long errors() {
    return findings.stream().filter(CheckReport::isUnknown).count()
        + problems.stream().filter(Diagnostic::isError).count();
  }

  /** Violations by severity; every severity has an entry. */
  public Map<Severity, Long> bySeverity() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0L);
    }
    findings.stream()
        .filter(Finding::isViolation)
        .forEach(f -> counts.merge(f.severity(), 1L, Long::sum));
    return counts;
  }

  /** How many findings fail a check that fails on this severity or more. */
  public long failing(Severity failOn) {
    return findings.stream().filter(f -> fails(f, failOn)).count();
  }

  /** True when a finding alone fails a check that fails on this severity or more. */
  public static boolean fails(Finding finding, Severity failOn) {
    return Judgement.counts(finding, failOn);
  }

  /** True when at least one input, or a part of one, was not judged. */
  public boolean incomplete() {
    return problems.stream().anyMatch(Diagnostic::isError);
  }

  private static boolean isUnknown(Finding finding) {
    return finding.verdict() instanceof Verdict.Unknown && finding.waiver() == null;
  }
}
