package dev.interlock.cli.check;

import dev.interlock.cli.terminal.Terminal;
import dev.interlock.estate.Control;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.usecases.AppliedControl;
import dev.interlock.usecases.CheckReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Reports made by hand, with everything in them that a format could get wrong. */
final class SampleReports {

  private SampleReports() {}

  static CheckView view(CheckReport report) {
    return new CheckView(
        report, Severity.HIGH, "production", "0.1.0", Path.of("/repo"), terminal(80));
  }

  static Terminal terminal(int width) {
    return new Terminal(false, false, false, true, width);
  }

  static CheckReport mixed() {
    var controls = new TreeMap<String, AppliedControl>();
    controls.put("images-are-pinned", control("Images are pinned by digest", Severity.HIGH));
    controls.put("nobody-is-root", control("Containers don't run as root", Severity.CRITICAL));
    controls.put("requests-are-set", control("Containers request memory", Severity.LOW));
    return new CheckReport(4, 12, controls, findings(), problems(), 3);
  }

  static CheckReport clean() {
    var controls = new TreeMap<String, AppliedControl>();
    controls.put("images-are-pinned", control("Images are pinned by digest", Severity.HIGH));
    return new CheckReport(1, 1, controls, List.of(), List.of(), 0);
  }

  private static List<Finding> findings() {
    return List.of(
        finding("nobody-is-root", Severity.CRITICAL, new Verdict.Fail("root"), "odoo.yaml", 12),
        finding("images-are-pinned", Severity.HIGH, new Verdict.Fail("tag"), "odoo.yaml", 20),
        finding(
            "images-are-pinned", Severity.HIGH, new Verdict.Unknown("?"), "my chart/a:b.yaml", 3),
        finding("images-are-pinned", Severity.HIGH, new Verdict.Fail("tag"), "/elsewhere/x.json", 0)
            .waivedBy(
                new AppliedWaiver(
                    "redis-tag",
                    "platform-team",
                    "vendor ships no digest | until Q2",
                    Instant.parse("2027-03-31T23:59:59Z"))),
        finding("requests-are-set", Severity.LOW, new Verdict.Fail("none"), "odoo.yaml", 31));
  }

  private static List<Diagnostic> problems() {
    return List.of(
        Diagnostic.error(
            "FAC003", new SourceRef("broken.yaml", 3, 1), "a tab indents this line", "use spaces"),
        Diagnostic.warning("FAC010", SourceRef.file("notes.txt"), "holds nothing to check"));
  }

  static Finding finding(
      String control, Severity severity, Verdict verdict, String file, int line) {
    return new Finding(
        control,
        "Title of " + control + " & <others>",
        "deny",
        severity,
        verdict,
        new Subject("kubernetes", "apps/v1/Deployment", "erp/Deployment/odoo|web", "odoo|web"),
        new SourceRef(file, line, line == 0 ? 0 : 9),
        "container \"odoo\" is `wrong` | says @team and <b>" + '\u0007' + "\nsecond line",
        "Put it *right*: see [the guide](https://example.org).",
        null,
        "fp-" + control + "-" + line);
  }

  static AppliedControl control(String title, Severity severity) {
    return new AppliedControl(
        title,
        severity,
        "Because a plant stands still otherwise.",
        "Put it right.",
        List.of(new Control.FrameworkReference("CIS Kubernetes Benchmark 1.9", "5.2.5")));
  }
}
