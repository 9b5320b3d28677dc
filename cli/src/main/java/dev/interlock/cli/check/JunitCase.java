package dev.interlock.cli.check;

import static dev.interlock.cli.output.XmlText.escape;

import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import java.io.PrintWriter;

/**
 * One test and what it came to.
 *
 * @param body the element inside, or empty when there is nothing to tell
 */
record JunitCase(String name, String body) {

  /** What a control without findings is. */
  static final JunitCase NO_FINDINGS = new JunitCase("no findings", "");

  /** What a test came to, by the name of its element. */
  enum Kind {
    PASSED("system-out"),
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Kind(String element) {
      this.element = element;
    }

    static Kind of(Finding finding, CheckView view) {
      if (finding.waiver() != null) {
        return SKIPPED;
      }
      if (!view.fails(finding)) {
        return PASSED;
      }
      return finding.verdict() instanceof Verdict.Unknown ? ERROR : FAILURE;
    }

    static Kind of(Diagnostic problem) {
      return problem.isError() ? ERROR : PASSED;
    }
  }

  static JunitCase of(Finding finding, CheckView view) {
    String name = finding.subject().id() + " (" + finding.source() + ")";
    String text = finding.source() + ": " + finding.message();
    String full = finding.remediation().isBlank() ? text : text + "\n" + finding.remediation();
    AppliedWaiver waiver = finding.waiver();
    if (waiver != null) {
      String why = "waived " + waiver.term() + " by " + waiver.owner() + ": " + waiver.reason();
      return new JunitCase(name, element(Kind.SKIPPED, why, "", ""));
    }
    Kind kind = Kind.of(finding, view);
    return new JunitCase(
        name,
        kind == Kind.PASSED
            ? output(full)
            : element(kind, finding.message(), finding.severity().word(), full));
  }

  static JunitCase of(Diagnostic problem) {
    String name = problem.code() + " (" + problem.source() + ")";
    return new JunitCase(
        name,
        problem.isError()
            ? element(Kind.ERROR, problem.message(), problem.code(), problem.render())
            : output(problem.message()));
  }

  static JunitCase of(String note) {
    return new JunitCase(note, output(note));
  }

  private static String output(String text) {
    return "<system-out>" + escape(text) + "</system-out>";
  }

  private static String element(Kind kind, String message, String type, String text) {
    String typed = type.isEmpty() ? "" : " type=\"" + escape(type) + "\"";
    String start = "<" + kind.element + " message=\"" + escape(message) + "\"" + typed;
    return text.isEmpty() ? start + "/>" : start + ">" + escape(text) + "</" + kind.element + ">";
  }

  void write(String suite, PrintWriter out) {
    out.write("    <testcase classname=\"" + escape("interlock." + suite) + "\"");
    out.write(" name=\"" + escape(name) + "\" time=\"0\"");
    out.write(body.isEmpty() ? "/>\n" : ">\n      " + body + "\n    </testcase>\n");
  }
}
