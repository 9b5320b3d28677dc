package dev.interlock.cli.policy;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.output.XmlText;
import dev.interlock.guardrails.PolicyTestRun.Case;
import dev.interlock.usecases.TestPolicies;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** Prints how policy tests came out. */
final class PolicyTestReport {

  private PolicyTestReport() {}

  static void text(TestPolicies.Report report, PrintWriter out) {
    for (Case one : report.cases()) {
      if (!one.passed()) {
        String place = one.file() + ":" + one.line();
        out.println("FAILED  " + Prose.safe(place) + ": " + Prose.safe(one.name()));
        out.println("  expected: " + Prose.safe(one.expected()));
        out.println("  actual:   " + Prose.safe(one.actual()));
      }
    }
    out.println(report.passed() + " passed, " + report.failed() + " failed");
  }

  static void json(TestPolicies.Report report, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("passed", report.passed());
          json.writeNumberProperty("failed", report.failed());
          json.writeArrayPropertyStart("cases");
          report.cases().forEach(one -> row(one, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void row(Case one, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", one.name());
    json.writeBooleanProperty("passed", one.passed());
    json.writeName("expected");
    json.writeRawValue(one.expected());
    json.writeName("actual");
    json.writeRawValue(one.actual());
    json.writeEndObject();
  }

  static void junit(TestPolicies.Report report, PrintWriter out) {
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println(
        "<testsuite name=\"policy tests\" tests=\""
            + report.cases().size()
            + "\" failures=\""
            + report.failed()
            + "\">");
    report.cases().forEach(one -> testcase(one, out));
    out.println("</testsuite>");
  }

  private static void testcase(Case one, PrintWriter out) {
    String head =
        "  <testcase classname=\""
            + XmlText.escape(one.file())
            + "\" name=\""
            + XmlText.escape(one.name())
            + "\"";
    if (one.passed()) {
      out.println(head + "/>");
      return;
    }
    out.println(head + ">");
    out.println(
        "    <failure message=\"expected "
            + XmlText.escape(one.expected())
            + "\">actual "
            + XmlText.escape(one.actual())
            + "</failure>");
    out.println("  </testcase>");
  }
}
