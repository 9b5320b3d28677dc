package dev.interlock.server.api;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.server.api.Problems.Problem;
import dev.interlock.usecases.CheckReport;
import dev.interlock.usecases.CheckSubmitted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the guardrails say of manifests. */
@RestController
@RequestMapping("/api/v1")
class ChecksApi {

  private final ApiBasis basis;

  ChecksApi(ApiBasis basis) {
    this.basis = basis;
  }

  /** What a check came to. */
  record CheckView(Summary summary, List<FindingView> findings, List<Problem> problems) {

    static CheckView of(CheckReport report) {
      return new CheckView(
          Summary.of(report),
          report.findings().stream().map(FindingView::of).toList(),
          report.problems().stream().map(Problem::of).toList());
    }
  }

  /** The check in numbers. */
  record Summary(
      long resources,
      int controls,
      long evaluations,
      long violations,
      long waived,
      long errors,
      Map<String, Long> bySeverity) {

    static Summary of(CheckReport report) {
      Map<String, Long> bySeverity = new TreeMap<>();
      report.bySeverity().forEach((severity, count) -> bySeverity.put(word(severity), count));
      return new Summary(
          report.resources(),
          report.controls().size(),
          report.evaluations(),
          report.violations(),
          report.waived(),
          report.errors(),
          bySeverity);
    }
  }

  /** One finding. */
  record FindingView(
      String control,
      String title,
      String effect,
      String severity,
      String outcome,
      String resource,
      String place,
      String message,
      String remediation,
      @Nullable String waiver,
      String fingerprint) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.control(),
          finding.title(),
          finding.effect(),
          word(finding.severity()),
          finding.verdict().getClass().getSimpleName().toLowerCase(Locale.ROOT),
          finding.subject().id(),
          finding.source().toString(),
          finding.message(),
          finding.remediation(),
          finding.waiver() == null ? null : finding.waiver().name(),
          finding.fingerprint());
    }
  }

  @PostMapping("/checks")
  CheckView check(@RequestBody FilesBody body) {
    return CheckView.of(
        new CheckSubmitted().run(body.contents(), body.environment(), basis.estate(), basis.now()));
  }

  /** The check of a registered change's manifests. */
  @GetMapping("/changes/{name}/check")
  CheckView checkOf(@PathVariable String name) {
    return CheckView.of(new CheckSubmitted().run(basis.book(), name, basis.estate(), basis.now()));
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
