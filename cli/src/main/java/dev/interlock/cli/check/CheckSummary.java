package dev.interlock.cli.check;

import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Severity;
import dev.interlock.usecases.CheckReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report in one sentence. */
final class CheckSummary {

  private CheckSummary() {}

  /** {@code 3 violations (1 critical, 2 low), 1 waived, 0 unknown: 25 controls on 9 resources}. */
  static String sentence(CheckView view) {
    CheckReport report = view.report();
    return Prose.count(report.violations(), "violation")
        + severities(report.bySeverity())
        + ", "
        + report.waived()
        + " waived, "
        + report.errors()
        + " unknown: "
        + Prose.count(report.controls().size(), "control")
        + " on "
        + Prose.count(report.resources(), "resource")
        + (report.skipped() == 0 ? "" : "; " + unread(report));
  }

  /** What is to be known beside findings and problems. */
  static List<String> asides(CheckReport report) {
    List<String> all = new ArrayList<>(report.notes());
    if (report.skipped() > 0) {
      all.add(unread(report));
    }
    return all;
  }

  private static String unread(CheckReport report) {
    return Prose.count(report.skipped(), "file") + " of other kinds not read";
  }

  private static String severities(Map<Severity, Long> counts) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      long count = counts.getOrDefault(severity, 0L);
      if (count > 0) {
        parts.add(count + " " + severity.word());
      }
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }
}
