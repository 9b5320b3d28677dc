package dev.interlock.cli.check;

import dev.interlock.cli.output.JsonText;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Verdict;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The report in SARIF 2.1.0 (OASIS Standard, 27 March 2020, with errata 01). */
final class CheckSarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final CheckView view;
  private final JsonGenerator json;
  private final SarifRules rules;

  private CheckSarif(CheckView view, JsonGenerator json) {
    this.view = view;
    this.json = json;
    this.rules = new SarifRules(view);
  }

  static void write(CheckView view, PrintWriter out) {
    JsonText.write(out, json -> new CheckSarif(view, json).write());
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    writeTool();
    if (!view.environment().isEmpty()) {
      json.writeObjectPropertyStart("automationDetails");
      json.writeStringProperty("id", "interlock/" + view.environment() + "/");
      json.writeEndObject();
    }
    writeInvocation();
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    json.writeArrayPropertyStart("results");
    view.report().findings().forEach(this::writeResult);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTool() {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Interlock");
    json.writeStringProperty("semanticVersion", view.version());
    rules.write(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeInvocation() {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", !view.report().incomplete());
    json.writeArrayPropertyStart("toolExecutionNotifications");
    view.report().problems().forEach(this::writeNotification);
    CheckSummary.asides(view.report()).forEach(this::writeNote);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeNotification(Diagnostic problem) {
    json.writeStartObject();
    json.writeObjectPropertyStart("descriptor");
    json.writeStringProperty("id", problem.code());
    json.writeEndObject();
    json.writeStringProperty("level", problem.isError() ? "error" : "warning");
    writeMessage(problem.message());
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    writePhysicalLocation(problem.source());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeNote(String text) {
    json.writeStartObject();
    json.writeStringProperty("level", "note");
    writeMessage(text);
    json.writeEndObject();
  }

  private void writeResult(Finding finding) {
    boolean unknown = finding.verdict() instanceof Verdict.Unknown;
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.control());
    json.writeNumberProperty("ruleIndex", rules.indexOf(finding.control()));
    // Section 3.27.9: open = not enough information; its level must then be none (3.27.10).
    json.writeStringProperty("kind", unknown ? "open" : "fail");
    json.writeStringProperty("level", unknown ? "none" : SarifRules.level(finding.severity()));
    writeMessage(finding.message());
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    writePhysicalLocation(finding.source());
    writeLogicalLocation(finding);
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("interlockFinding/v1", finding.fingerprint());
    json.writeEndObject();
    writeSuppressions(finding.waiver());
    writeProperties(finding);
    json.writeEndObject();
  }

  private void writeProperties(Finding finding) {
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("effect", finding.effect());
    PolicyJson.write(finding.policy(), json);
    json.writeEndObject();
  }

  private void writeMessage(String text) {
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("text", linkless(text));
    json.writeEndObject();
  }

  /**
   * Section 3.11.6: brackets before a parenthesis would be an embedded link, so they are escaped;
   * the words of a finding come from files that nobody vouches for.
   */
  private static String linkless(String text) {
    return text.contains("](") ? text.replace("[", "\\[").replace("]", "\\]") : text;
  }

  private void writePhysicalLocation(SourceRef source) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", SarifUri.of(source.file(), view.directory()));
    json.writeEndObject();
    if (source.line() > 0) {
      json.writeObjectPropertyStart("region");
      json.writeNumberProperty("startLine", source.line());
      if (source.column() > 0) {
        json.writeNumberProperty("startColumn", source.column());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeLogicalLocation(Finding finding) {
    json.writeArrayPropertyStart("logicalLocations");
    json.writeStartObject();
    json.writeStringProperty("name", finding.subject().name());
    json.writeStringProperty("fullyQualifiedName", finding.subject().id());
    json.writeStringProperty("kind", "resource");
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Section 3.27.23: all results carry the array, or none; so an empty one says not suppressed. */
  private void writeSuppressions(@Nullable AppliedWaiver waiver) {
    json.writeArrayPropertyStart("suppressions");
    if (waiver != null) {
      json.writeStartObject();
      json.writeStringProperty("kind", "external");
      json.writeStringProperty("status", "accepted");
      json.writeStringProperty(
          "justification", waiver.reason() + " (" + waiver.owner() + ", " + waiver.term() + ")");
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
