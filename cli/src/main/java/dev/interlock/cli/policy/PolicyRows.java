package dev.interlock.cli.policy;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.guardrails.PolicyCatalogue;
import dev.interlock.guardrails.PolicyCatalogue.Kind;
import dev.interlock.guardrails.PolicyCatalogue.Row;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Prints what folders of policy objects hold. */
final class PolicyRows {

  private PolicyRows() {}

  static void text(PolicyCatalogue catalogue, PrintWriter out) {
    List<Row> rows = catalogue.rows();
    for (Kind kind : Kind.values()) {
      List<Row> some = rows.stream().filter(row -> row.kind() == kind).toList();
      if (!some.isEmpty()) {
        out.println(Prose.count(some.size(), kind.word()));
        some.forEach(row -> row(row, out));
        out.println();
      }
    }
    long doubtful = rows.stream().filter(row -> !row.doubts().isEmpty()).count();
    out.println(
        Prose.count(rows.size(), "object")
            + ", "
            + doubtful
            + " that can't be evaluated, or not always");
  }

  private static void row(Row row, PrintWriter out) {
    String title = row.title().equals(row.name()) ? "" : "  " + row.title();
    out.println("  " + Prose.safe(row.name() + title));
    if (!row.scope().isEmpty()) {
      out.println("    at " + Prose.safe(row.scope()));
    }
    row.doubts().forEach(doubt -> out.println("    ? " + Prose.safe(doubt)));
  }

  static void page(Row row, PrintWriter out) {
    out.println(row.kind().word() + " " + Prose.safe(row.name()));
    out.println("  " + Prose.safe(row.title()));
    out.println("  id: " + Prose.safe(row.id()));
    out.println("  written in: " + Prose.safe(row.source().toString()));
    row.page().forEach(line -> out.println("  " + Prose.safe(line)));
    if (row.doubts().isEmpty()) {
      out.println("  can be evaluated");
    }
    row.doubts().forEach(doubt -> out.println("  ? " + Prose.safe(doubt)));
  }

  static void json(List<Row> rows, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartArray();
          rows.forEach(row -> row(row, json));
          json.writeEndArray();
        });
  }

  private static void row(Row row, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("kind", row.kind().word());
    json.writeStringProperty("name", row.name());
    json.writeStringProperty("id", row.id());
    json.writeStringProperty("title", row.title());
    if (!row.scope().isEmpty()) {
      json.writeStringProperty("scope", row.scope());
    }
    json.writeStringProperty("file", row.source().file());
    json.writeNumberProperty("line", row.source().line());
    json.writeBooleanProperty("evaluable", row.doubts().isEmpty());
    json.writeArrayPropertyStart("doubts");
    row.doubts().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }
}
