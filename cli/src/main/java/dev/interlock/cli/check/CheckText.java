package dev.interlock.cli.check;

import dev.interlock.cli.output.Colour;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The report for people: by control, the worst first, each with its place and what to do. */
final class CheckText {

  private static final String UNKNOWN = "UNKNOWN ";
  private static final String WAIVED = "WAIVED ";

  private final CheckView view;
  private final PrintWriter out;

  private CheckText(CheckView view, PrintWriter out) {
    this.view = view;
    this.out = out;
  }

  static void write(CheckView view, PrintWriter out) {
    new CheckText(view, out).write();
  }

  private void write() {
    var findings = new GroupedFindings<>(view.report().findings(), CheckText::prefix);
    for (String prefix : List.of("", UNKNOWN, WAIVED)) {
      section(findings.in(prefix), prefix);
    }
    line(CheckSummary.sentence(view));
    view.report().notes().forEach(note -> line(Prose.safe(note)));
    line(verdictLine());
  }

  /** What stands before the severity tells the sections apart. */
  private static String prefix(Finding finding) {
    if (finding.waiver() != null) {
      return WAIVED;
    }
    return finding.verdict() instanceof Verdict.Unknown ? UNKNOWN : "";
  }

  private void section(List<FindingGroup> groups, String prefix) {
    for (FindingGroup group : groups) {
      line(heading(group, prefix));
      group.findings().forEach(this::finding);
      if (!group.remediation().isBlank()) {
        wrapped("do: ", group.remediation());
      }
      line("");
    }
  }

  private String heading(FindingGroup group, String prefix) {
    String severity = prefix + group.severity().word().toUpperCase(Locale.ROOT);
    boolean colours = view.terminal().colours();
    return colour(group.severity()).paint(severity, colours)
        + "  "
        + Colour.BOLD.paint(Prose.safe(group.control()), colours)
        + ": "
        + Prose.safe(group.title());
  }

  private void finding(Finding finding) {
    line("  " + Prose.safe(finding.source().toString()));
    wrapped("", shortType(finding) + " " + finding.subject().name() + ": " + finding.message());
    AppliedWaiver waiver = finding.waiver();
    if (waiver != null) {
      wrapped("waived ", waiver.term() + " by " + waiver.owner() + ": " + waiver.reason());
    }
  }

  /** {@code Deployment} of {@code apps/v1/Deployment}. */
  private static String shortType(Finding finding) {
    String type = finding.subject().type();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private void wrapped(String lead, String text) {
    List<String> lines = Prose.wrap(lead + Prose.safe(text), view.terminal().width() - 4);
    lines.forEach(l -> line("    " + l));
  }

  private String verdictLine() {
    boolean colours = view.terminal().colours();
    long failing = view.report().failing(view.failOn());
    if (failing > 0) {
      String words = Prose.count(failing, "finding") + " at or above " + view.failOn().word();
      return Colour.RED.paint("FAIL", colours) + ": " + words;
    }
    if (view.report().incomplete()) {
      return Colour.YELLOW.paint("INCOMPLETE", colours) + ": some input could not be judged";
    }
    return Colour.GREEN.paint("PASS", colours) + ": nothing at or above " + view.failOn().word();
  }

  private static Colour colour(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> Colour.RED;
      case MEDIUM -> Colour.YELLOW;
      case LOW -> Colour.DIM;
    };
  }

  private void line(String text) {
    out.write(text);
    out.write('\n');
  }
}
