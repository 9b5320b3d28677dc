package dev.interlock.cli.check;

import static dev.interlock.cli.output.MarkdownText.code;
import static dev.interlock.cli.output.MarkdownText.escape;

import dev.interlock.cli.output.Prose;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** The report as a comment on a pull request: the verdict first, details folded away. */
final class CheckMarkdown {

  /** Forges refuse comments over 65,536 characters; further findings are counted, not listed. */
  private static final int MOST_LISTED = 100;

  private CheckMarkdown() {}

  static void write(CheckView view, PrintWriter out) {
    out.write("## Interlock: " + verdict(view) + "\n\n");
    out.write(escape(CheckSummary.sentence(view)) + ".\n\n");
    for (String note : view.report().notes()) {
      out.write(escape(note) + ".\n\n");
    }
    severityTable(view, out);
    List<Finding> findings = view.report().findings();
    int left = MOST_LISTED;
    for (FindingGroup group : new GroupedFindings<>(findings, f -> f.waiver() == null).in(true)) {
      left = details(group, left, out);
    }
    waived(view, out);
    problems(view, out);
  }

  private static String verdict(CheckView view) {
    long failing = view.report().failing(view.failOn());
    if (failing > 0) {
      return Prose.count(failing, "finding") + " at or above " + view.failOn().word();
    }
    return view.report().incomplete() ? "some input could not be judged" : "passed";
  }

  private static void severityTable(CheckView view, PrintWriter out) {
    Map<Severity, Long> counts = view.report().bySeverity();
    out.write("| critical | high | medium | low | unknown | waived |\n");
    out.write("|---:|---:|---:|---:|---:|---:|\n");
    for (Severity severity : List.of(Severity.values()).reversed()) {
      out.write("| " + counts.get(severity) + " ");
    }
    out.write("| " + view.report().errors() + " | " + view.report().waived() + " |\n\n");
  }

  private static int details(FindingGroup group, int left, PrintWriter out) {
    out.write("<details><summary>" + group.severity().word() + ": ");
    out.write(escape(group.title()) + " (" + group.findings().size() + ")</summary>\n\n");
    if (!group.remediation().isBlank()) {
      out.write("**What to do:** " + escape(group.remediation()) + "\n\n");
    }
    List<Finding> shown = group.findings().subList(0, Math.min(left, group.findings().size()));
    if (!shown.isEmpty()) {
      out.write("| where | resource | finding |\n|---|---|---|\n");
    }
    shown.forEach(f -> row(f, out));
    if (shown.size() < group.findings().size()) {
      out.write("\n" + (group.findings().size() - shown.size()) + " more are not listed here.\n");
    }
    out.write("\nControl: " + code(group.control()) + "\n\n</details>\n\n");
    return left - shown.size();
  }

  private static void row(Finding finding, PrintWriter out) {
    String unknown = finding.verdict() instanceof Verdict.Unknown ? "**unknown:** " : "";
    out.write("| " + code(finding.source().toString()));
    out.write(" | " + code(finding.subject().name()));
    out.write(" | " + unknown + escape(finding.message()) + " |\n");
  }

  private static void waived(CheckView view, PrintWriter out) {
    long count = view.report().waived();
    if (count == 0) {
      return;
    }
    out.write("<details><summary>waived (" + count + ")</summary>\n\n");
    out.write("| control | resource | until | owner | reason |\n|---|---|---|---|---|\n");
    view.report().findings().stream()
        .filter(f -> f.waiver() != null)
        .limit(MOST_LISTED)
        .forEach(f -> waivedRow(f, out));
    out.write("\n</details>\n\n");
  }

  private static void waivedRow(Finding finding, PrintWriter out) {
    AppliedWaiver waiver = finding.waiver();
    if (waiver != null) {
      out.write("| " + code(finding.control()) + " | " + code(finding.subject().name()));
      out.write(
          " | "
              + (waiver.expires() == null ? "no end" : waiver.expires())
              + " | "
              + escape(waiver.owner()));
      out.write(" | " + escape(waiver.reason()) + " |\n");
    }
  }

  private static void problems(CheckView view, PrintWriter out) {
    List<Diagnostic> problems = view.report().problems();
    if (problems.isEmpty()) {
      return;
    }
    out.write("### Input\n\n");
    for (Diagnostic problem : problems) {
      out.write("- " + code(problem.source().toString()) + " ");
      out.write(escape(problem.message()) + " (" + problem.code() + ")\n");
    }
  }
}
