package dev.interlock.cli.check;

import dev.interlock.cli.remote.Part;
import dev.interlock.estate.Control.FrameworkReference;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.PolicyTrail;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.usecases.AppliedControl;
import dev.interlock.usecases.CheckReport;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The report that a server answered with, whole, so that every format shows it as if it had been
 * made here.
 */
record SentReport(Part answer) {

  /** A list that was lost on the way must not read as if nothing had been found. */
  CheckReport read() {
    Part summary = answer.part("summary");
    CheckReport report =
        new CheckReport(
            summary.number("resources"),
            summary.number("evaluations"),
            controls(),
            answer.parts("findings").stream().map(SentReport::finding).toList(),
            answer.parts("problems").stream().map(SentReport::problem).toList(),
            summary.number("skipped"),
            answer.texts("notes"));
    answer.require(summary.number("controls") == report.controls().size());
    answer.require(summary.number("violations") == report.violations());
    answer.require(summary.number("waived") == report.waived());
    answer.require(summary.number("errors") == report.errors());
    return report;
  }

  private SortedMap<String, AppliedControl> controls() {
    SortedMap<String, AppliedControl> controls = new TreeMap<>();
    for (Part control : answer.parts("controls")) {
      controls.put(
          control.text("name"),
          new AppliedControl(
              control.text("title"),
              severity(control),
              control.text("rationale"),
              control.text("remediation"),
              control.parts("frameworks").stream().map(SentReport::framework).toList()));
    }
    return controls;
  }

  private static FrameworkReference framework(Part reference) {
    return new FrameworkReference(reference.text("framework"), reference.text("requirement"));
  }

  private static Finding finding(Part finding) {
    Part resource = finding.part("resource");
    return new Finding(
        finding.text("control"),
        finding.text("title"),
        finding.text("effect"),
        severity(finding),
        finding.word("outcome", outcome -> verdict(outcome, finding.text("reason"))),
        new Subject(
            resource.text("plane"),
            resource.text("type"),
            resource.text("id"),
            resource.text("name")),
        source(finding.part("source")),
        finding.text("message"),
        finding.text("remediation"),
        waiver(finding.partOrNull("waiver")),
        finding.text("fingerprint"),
        policy(finding.partOrNull("policy")));
  }

  /** A word that nobody knows here is no verdict: the answer is not understood. */
  private static Verdict verdict(String outcome, String reason) {
    return switch (outcome) {
      case "fail" -> new Verdict.Fail(reason);
      case "unknown" -> new Verdict.Unknown(reason);
      default -> throw new IllegalArgumentException(outcome);
    };
  }

  private static Severity severity(Part part) {
    return part.word("severity", word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private static SourceRef source(Part source) {
    return new SourceRef(source.text("file"), place(source, "line"), place(source, "column"));
  }

  private static int place(Part source, String name) {
    return Math.clamp(source.number(name), 0, Integer.MAX_VALUE);
  }

  private static @Nullable AppliedWaiver waiver(@Nullable Part waiver) {
    return waiver == null
        ? null
        : new AppliedWaiver(
            waiver.text("name"),
            waiver.text("owner"),
            waiver.text("reason"),
            waiver.instantOrNull("expires"));
  }

  private static @Nullable PolicyTrail policy(@Nullable Part policy) {
    return policy == null
        ? null
        : new PolicyTrail(
            policy.textOrNull("assignment"),
            policy.textOrNull("initiative"),
            policy.text("definition"),
            policy.textOrNull("reference"),
            policy.flag("enforced"));
  }

  private static Diagnostic problem(Part problem) {
    return new Diagnostic(
        problem.text("code"),
        problem.word("level", word -> Diagnostic.Level.valueOf(word.toUpperCase(Locale.ROOT))),
        source(problem.part("source")),
        problem.text("message"),
        problem.textOrNull("hint"));
  }
}
