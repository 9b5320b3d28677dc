package dev.interlock.cli.check;

import static dev.interlock.cli.output.XmlText.escape;

import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import dev.interlock.usecases.CheckReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report as JUnit XML, one suite a control. What fails the check is a failure (a broken rule)
 * or an error (unknown); what is waived is skipped; what is below the threshold passes with its
 * text as output; a control without findings is one passed test.
 */
final class CheckJunit {

  private CheckJunit() {}

  /** One test and what it came to: its element inside, or empty when it passed. */
  private record Case(String name, String kind, String body) {}

  static void write(CheckView view, PrintWriter out) {
    Map<String, List<Case>> suites = suites(view);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    List<Case> all = suites.values().stream().flatMap(List::stream).toList();
    out.write("<testsuites name=\"interlock check\"" + counts(all) + ">\n");
    suites.forEach((name, cases) -> writeSuite(name, cases, out));
    out.write("</testsuites>\n");
  }

  private static Map<String, List<Case>> suites(CheckView view) {
    CheckReport report = view.report();
    Map<String, List<Case>> suites = new TreeMap<>();
    report.controls().keySet().forEach(name -> suites.put(name, new ArrayList<>()));
    for (Finding finding : report.findings()) {
      suites
          .computeIfAbsent(finding.control(), _ -> new ArrayList<>())
          .add(caseOf(finding, view.fails(finding)));
    }
    suites.values().stream()
        .filter(List::isEmpty)
        .forEach(cases -> cases.add(new Case("no findings", "passed", "")));
    List<Case> inputs = report.problems().stream().map(CheckJunit::caseOf).toList();
    if (!inputs.isEmpty()) {
      suites.put("input", inputs);
    }
    return suites;
  }

  private static Case caseOf(Finding finding, boolean fails) {
    String name = finding.subject().id() + " (" + finding.source() + ")";
    String text = finding.source() + ": " + finding.message();
    String full = finding.remediation().isBlank() ? text : text + "\n" + finding.remediation();
    AppliedWaiver waiver = finding.waiver();
    if (waiver != null) {
      String why = "waived " + waiver.term() + " by " + waiver.owner();
      return new Case(name, "skipped", element("skipped", why + ": " + waiver.reason(), "", ""));
    }
    if (!fails) {
      return new Case(name, "passed", "<system-out>" + escape(full) + "</system-out>");
    }
    boolean unknown = finding.verdict() instanceof Verdict.Unknown;
    String kind = unknown ? "error" : "failure";
    return new Case(name, kind, element(kind, finding.message(), finding.severity().word(), full));
  }

  private static Case caseOf(Diagnostic problem) {
    String name = problem.code() + " (" + problem.source() + ")";
    if (!problem.isError()) {
      return new Case(name, "passed", "<system-out>" + escape(problem.message()) + "</system-out>");
    }
    return new Case(
        name, "error", element("error", problem.message(), problem.code(), problem.render()));
  }

  private static String element(String name, String message, String type, String text) {
    String typed = type.isEmpty() ? "" : " type=\"" + escape(type) + "\"";
    String start = "<" + name + " message=\"" + escape(message) + "\"" + typed;
    return text.isEmpty() ? start + "/>" : start + ">" + escape(text) + "</" + name + ">";
  }

  private static void writeSuite(String name, List<Case> cases, PrintWriter out) {
    out.write("  <testsuite name=\"" + escape(name) + "\"" + counts(cases) + ">\n");
    for (Case test : cases) {
      out.write("    <testcase classname=\"" + escape("interlock." + name) + "\"");
      out.write(" name=\"" + escape(test.name()) + "\" time=\"0\"");
      out.write(test.body().isEmpty() ? "/>\n" : ">\n      " + test.body() + "\n    </testcase>\n");
    }
    out.write("  </testsuite>\n");
  }

  private static String counts(List<Case> cases) {
    return " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"0\""
        .formatted(
            cases.size(), count(cases, "failure"), count(cases, "error"), count(cases, "skipped"));
  }

  private static long count(List<Case> cases, String kind) {
    return cases.stream().filter(c -> c.kind().equals(kind)).count();
  }
}
