package dev.interlock.cli.backup;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Finding;
import dev.interlock.usecases.ReviewBackups.Reviewed;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** What is wrong with backups, for people and for programs. */
final class BackupAlertReport {

  private BackupAlertReport() {}

  static void text(Reviewed reviewed, PrintWriter out) {
    for (Finding finding : reviewed.findings()) {
      line(
          out,
          finding.severity().word()
              + "  "
              + finding.control()
              + "  "
              + finding.subject().name()
              + ": "
              + finding.message());
      line(out, "    " + finding.remediation());
    }
    reviewed.holds().forEach(hold -> line(out, hold));
    line(
        out,
        Prose.count(reviewed.findings().size(), "finding")
            + " in "
            + Prose.count(reviewed.environments().size(), "environment")
            + " with a backup plan");
  }

  static void json(Reviewed reviewed, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("environments");
          reviewed.environments().forEach(json::writeString);
          json.writeEndArray();
          json.writeArrayPropertyStart("holds");
          reviewed.holds().forEach(json::writeString);
          json.writeEndArray();
          json.writeArrayPropertyStart("findings");
          reviewed.findings().forEach(finding -> write(finding, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.control());
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("verdict", finding.verdict().word());
    json.writeStringProperty("subject", finding.subject().id());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("remediation", finding.remediation());
    json.writeStringProperty("fingerprint", finding.fingerprint());
    json.writeEndObject();
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }
}
