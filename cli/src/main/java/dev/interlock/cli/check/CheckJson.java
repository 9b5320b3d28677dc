package dev.interlock.cli.check;

import dev.interlock.cli.output.JsonText;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.usecases.CheckReport;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** The report as JSON: names and nesting are part of the command line's contract. */
final class CheckJson {

  private CheckJson() {}

  static void write(CheckView view, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          writeSummary(view.report(), json);
          json.writeArrayPropertyStart("findings");
          view.report().findings().forEach(f -> writeFinding(f, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void writeSummary(CheckReport report, JsonGenerator json) {
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("resources", report.resources());
    json.writeNumberProperty("controls", report.controls().size());
    json.writeNumberProperty("evaluations", report.evaluations());
    json.writeNumberProperty("violations", report.violations());
    json.writeNumberProperty("waived", report.waived());
    json.writeNumberProperty("errors", report.errors());
    json.writeNumberProperty("skipped", report.skipped());
    json.writeObjectPropertyStart("bySeverity");
    report.bySeverity().forEach((s, count) -> json.writeNumberProperty(s.word(), count));
    json.writeEndObject();
    if (!report.notes().isEmpty()) {
      json.writeArrayPropertyStart("notes");
      report.notes().forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeFinding(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("control", finding.control());
    json.writeStringProperty("title", finding.title());
    json.writeStringProperty("effect", finding.effect());
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("outcome", finding.verdict().word());
    writeResource(finding.subject(), json);
    writeSource(finding.source(), json);
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("remediation", finding.remediation());
    json.writeStringProperty("fingerprint", finding.fingerprint());
    AppliedWaiver waiver = finding.waiver();
    if (waiver == null) {
      json.writeNullProperty("waiver");
    } else {
      writeWaiver(waiver, json);
    }
    PolicyJson.write(finding.policy(), json);
    json.writeEndObject();
  }

  private static void writeResource(Subject subject, JsonGenerator json) {
    json.writeObjectPropertyStart("resource");
    json.writeStringProperty("id", subject.id());
    json.writeStringProperty("type", subject.type());
    json.writeStringProperty("name", subject.name());
    json.writeStringProperty("plane", subject.plane());
    json.writeEndObject();
  }

  private static void writeSource(SourceRef source, JsonGenerator json) {
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("file", source.file());
    json.writeNumberProperty("line", source.line());
    json.writeNumberProperty("column", source.column());
    json.writeEndObject();
  }

  private static void writeWaiver(AppliedWaiver waiver, JsonGenerator json) {
    json.writeObjectPropertyStart("waiver");
    json.writeStringProperty("name", waiver.name());
    json.writeStringProperty("owner", waiver.owner());
    json.writeStringProperty("reason", waiver.reason());
    json.writeStringProperty(
        "expires", waiver.expires() == null ? null : waiver.expires().toString());
    json.writeEndObject();
  }
}
