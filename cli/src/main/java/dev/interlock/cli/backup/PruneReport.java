package dev.interlock.cli.backup;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.RetentionVerdict;
import dev.interlock.usecases.HoldBackups.Releasing;
import dev.interlock.usecases.PruneBackups.Planned;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** What would be removed and what is kept, with the reasons. */
final class PruneReport {

  private PruneReport() {}

  static void text(Planned planned, PrintWriter out) {
    planned.verdicts().forEach(it -> line(out, line(it)));
    line(
        out,
        Prose.count(planned.plan().removals().size(), "backup")
            + " to remove, with "
            + Prose.count(planned.plan().files(), "shared file")
            + " that no other needs");
    planned.plan().logs().forEach(it -> line(out, line(it)));
    planned.plan().told().forEach(told -> line(out, told));
    if (!planned.secondPerson().isEmpty()) {
      line(out, "A second person must agree, as " + planned.secondPerson());
      line(out, "  list  " + planned.digest());
    }
  }

  static void releasing(Releasing planned, PrintWriter out) {
    planned.words().forEach(it -> line(out, "release " + it));
    line(out, "A second person must agree");
    line(out, "  list  " + planned.digest());
  }

  private static String line(OldLog it) {
    return "remove  " + Prose.count(it.files(), "file") + " of the log, as " + it.words();
  }

  private static String line(RetentionVerdict it) {
    return (it.kept() ? "keep    " : "remove  ")
        + it.id().name()
        + "  "
        + String.join("; ", it.reasons());
  }

  static void json(Planned planned, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("backups");
          planned.verdicts().forEach(it -> write(it, json));
          json.writeEndArray();
          json.writeNumberProperty("files", planned.plan().files());
          json.writeNumberProperty("bytes", planned.plan().bytes());
          json.writeArrayPropertyStart("logs");
          planned.plan().logs().forEach(it -> write(it, json));
          json.writeEndArray();
          json.writeStringProperty("digest", planned.digest());
          json.writeStringProperty("secondPerson", planned.secondPerson());
          json.writeEndObject();
        });
  }

  private static void write(OldLog it, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("environment", it.environment());
    json.writeStringProperty("system", it.system());
    json.writeStringProperty("before", it.before());
    json.writeNumberProperty("files", it.files());
    json.writeNumberProperty("bytes", it.bytes());
    json.writeEndObject();
  }

  private static void write(RetentionVerdict it, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("environment", it.id().environment());
    json.writeStringProperty("backup", it.id().name());
    json.writeBooleanProperty("kept", it.kept());
    json.writeBooleanProperty("early", it.early());
    json.writeArrayPropertyStart("reasons");
    it.reasons().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }
}
