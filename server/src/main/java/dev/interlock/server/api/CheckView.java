package dev.interlock.server.api;

import dev.interlock.estate.Control.FrameworkReference;
import dev.interlock.usecases.AppliedControl;
import dev.interlock.usecases.CheckReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a check came to: all that a report in any format is made of.
 *
 * @param controls that took part, by name
 * @param problems what is wrong with the inputs
 * @param notes how much of a plan was understood, each a sentence without a full stop
 */
record CheckView(
    Summary summary,
    List<CheckFinding> findings,
    List<ControlView> controls,
    List<CheckProblem> problems,
    List<String> notes) {

  static CheckView of(CheckReport report) {
    return new CheckView(
        Summary.of(report),
        report.findings().stream().map(CheckFinding::of).toList(),
        report.controls().entrySet().stream()
            .map(entry -> ControlView.of(entry.getKey(), entry.getValue()))
            .toList(),
        report.problems().stream().map(CheckProblem::of).toList(),
        report.notes());
  }

  /**
   * The check in numbers.
   *
   * @param skipped files of other kinds
   */
  record Summary(
      long resources,
      int controls,
      long evaluations,
      long violations,
      long waived,
      long errors,
      long skipped,
      Map<String, Long> bySeverity) {

    static Summary of(CheckReport report) {
      Map<String, Long> bySeverity = new TreeMap<>();
      report.bySeverity().forEach((severity, count) -> bySeverity.put(severity.word(), count));
      return new Summary(
          report.resources(),
          report.controls().size(),
          report.evaluations(),
          report.violations(),
          report.waived(),
          report.errors(),
          report.skipped(),
          bySeverity);
    }
  }

  /** A control, with where standards ask for the same. */
  record ControlView(
      String name,
      String title,
      String severity,
      String rationale,
      String remediation,
      List<FrameworkView> frameworks) {

    static ControlView of(String name, AppliedControl control) {
      return new ControlView(
          name,
          control.title(),
          control.severity().word(),
          control.rationale(),
          control.remediation(),
          control.frameworks().stream().map(FrameworkView::of).toList());
    }
  }

  /** A requirement of a published framework. */
  record FrameworkView(String framework, String requirement) {

    static FrameworkView of(FrameworkReference reference) {
      return new FrameworkView(reference.framework(), reference.requirement());
    }
  }
}
