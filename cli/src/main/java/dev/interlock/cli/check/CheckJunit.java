package dev.interlock.cli.check;

import dev.interlock.finding.Finding;
import dev.interlock.usecases.CheckReport;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report as JUnit XML, one suite a control. What fails the check is a failure (a broken rule)
 * or an error (unknown); what is waived is skipped; what is below the threshold passes with its
 * text as output; a control without findings is one passed test. Counted first, then written.
 */
final class CheckJunit {

  private final CheckView view;
  private final Map<String, JunitSuite> suites = new TreeMap<>();

  private CheckJunit(CheckView view) {
    this.view = view;
  }

  static void write(CheckView view, PrintWriter out) {
    CheckJunit report = new CheckJunit(view);
    report.count();
    report.write(out);
  }

  private void count() {
    CheckReport report = view.report();
    report.controls().keySet().forEach(this::suite);
    int position = 0;
    for (Finding finding : report.findings()) {
      suite(finding.control()).add(position++, finding);
    }
    report.problems().forEach(problem -> suite("input").add(problem));
    CheckSummary.asides(report).forEach(note -> suite("input").add(note));
    suites.values().forEach(JunitSuite::passWhenEmpty);
  }

  private JunitSuite suite(String name) {
    return suites.computeIfAbsent(name, _ -> new JunitSuite(name, view));
  }

  private void write(PrintWriter out) {
    JunitCounts all = new JunitCounts();
    suites.values().forEach(suite -> all.addAll(suite.counts()));
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<testsuites name=\"interlock check\"" + all.attributes() + ">\n");
    suites.values().forEach(suite -> suite.write(out));
    out.write("</testsuites>\n");
  }
}
