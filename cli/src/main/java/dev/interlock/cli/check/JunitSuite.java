package dev.interlock.cli.check;

import static dev.interlock.cli.output.XmlText.escape;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The tests of one control, or of the inputs. Findings are read again when they are written. */
final class JunitSuite {

  private final String name;
  private final CheckView view;
  private final Selection findings;
  private final List<JunitCase> others = new ArrayList<>();
  private final JunitCounts counts = new JunitCounts();

  /** A suite without tests so far. */
  JunitSuite(String name, CheckView view) {
    this.name = name;
    this.view = view;
    this.findings = new Selection(view.report().findings());
  }

  void add(int position, Finding finding) {
    findings.add(position);
    counts.add(JunitCase.Kind.of(finding, view));
  }

  void add(Diagnostic problem) {
    others.add(JunitCase.of(problem));
    counts.add(JunitCase.Kind.of(problem));
  }

  void add(String note) {
    others.add(JunitCase.of(note));
    counts.add(JunitCase.Kind.PASSED);
  }

  /** What is so far without tests passes one, and stays a suite. */
  void passWhenEmpty() {
    if (counts.isEmpty()) {
      counts.add(JunitCase.Kind.PASSED);
    }
  }

  JunitCounts counts() {
    return counts;
  }

  void write(PrintWriter out) {
    out.write("  <testsuite name=\"" + escape(name) + "\"" + counts.attributes() + ">\n");
    findings.forEach(finding -> JunitCase.of(finding, view).write(name, out));
    others.forEach(each -> each.write(name, out));
    if (findings.isEmpty() && others.isEmpty()) {
      JunitCase.NO_FINDINGS.write(name, out);
    }
    out.write("  </testsuite>\n");
  }
}
