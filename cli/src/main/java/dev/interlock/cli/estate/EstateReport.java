package dev.interlock.cli.estate;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ResultStream;
import dev.interlock.estate.Kind;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Diagnostic;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** What is wrong with an estate, for people and for programs. */
public final class EstateReport {

  private EstateReport() {}

  /** One line or two for each diagnostic, then one for all. */
  public static void text(LoadedEstate loaded, ResultStream out) {
    loaded.diagnostics().forEach(out::problem);
    out.line(
        Prose.count(loaded.estate().size(), "document")
            + ", "
            + Prose.count(errors(loaded), "error")
            + ", "
            + Prose.count(loaded.diagnostics().size() - errors(loaded), "warning"));
  }

  /** Counts, documents by kind, and every diagnostic with its place. */
  public static void json(LoadedEstate loaded, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("documents", loaded.estate().size());
          json.writeNumberProperty("errors", errors(loaded));
          json.writeNumberProperty("warnings", loaded.diagnostics().size() - errors(loaded));
          json.writeStringProperty("digest", loaded.digest());
          writeKinds(loaded, json);
          json.writeArrayPropertyStart("diagnostics");
          loaded.diagnostics().forEach(d -> writeDiagnostic(d, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void writeKinds(LoadedEstate loaded, JsonGenerator json) {
    json.writeObjectPropertyStart("kinds");
    for (Kind kind : Kind.values()) {
      int count = loaded.estate().names(kind).size();
      if (count > 0) {
        json.writeNumberProperty(kind.word(), count);
      }
    }
    json.writeEndObject();
  }

  private static void writeDiagnostic(Diagnostic diagnostic, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", diagnostic.code());
    json.writeStringProperty("level", diagnostic.isError() ? "error" : "warning");
    json.writeStringProperty("file", diagnostic.source().file());
    json.writeNumberProperty("line", diagnostic.source().line());
    json.writeNumberProperty("column", diagnostic.source().column());
    json.writeStringProperty("message", diagnostic.message());
    String hint = diagnostic.hint();
    if (hint == null) {
      json.writeNullProperty("hint");
    } else {
      json.writeStringProperty("hint", hint);
    }
    json.writeEndObject();
  }

  private static long errors(LoadedEstate loaded) {
    return loaded.diagnostics().stream().filter(Diagnostic::isError).count();
  }
}
