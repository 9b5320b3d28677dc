package dev.interlock.cli.controls;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.document.RecordWriter;
import dev.interlock.estate.Control.FrameworkReference;
import dev.interlock.guardrails.Controls;
import dev.interlock.guardrails.Guardrail;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Controls for people and for programs. */
public final class ControlList {

  private ControlList() {}

  /** One line for each: severity, name, title. */
  public static void text(Controls controls, PrintWriter out) {
    int longest = controls.names().stream().mapToInt(String::length).max().orElse(0);
    controls.stream()
        .forEach(g ->
            line(
                padded(g.control().severity().word(), "critical".length() + 2)
                    + padded(g.name(), longest + 2)
                    + Prose.safe(g.control().title()),
                out));
    line(Prose.count(controls.size(), "control"), out);
  }

  /** An array of all, each with everything it says. */
  public static void json(Controls controls, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartArray();
          controls.stream().forEach(g -> writeOne(g, json));
          json.writeEndArray();
        });
  }

  /** One control, everything it says. */
  public static void json(Guardrail guardrail, PrintWriter out) {
    JsonText.write(out, json -> writeOne(guardrail, json));
  }

  /** One control for people. */
  public static void text(Guardrail guardrail, int width, PrintWriter out) {
    var control = guardrail.control();
    line(guardrail.name() + ": " + Prose.safe(control.title()), out);
    field("severity", control.severity().word(), width, out);
    field("origin", guardrail.origin().word(), width, out);
    field("planes", listed(control.match().planes()), width, out);
    field("types", listed(control.match().types()), width, out);
    field("why", control.rationale(), width, out);
    field("what to do", control.remediation(), width, out);
    for (FrameworkReference reference : control.frameworks()) {
      field("also in", reference.framework() + ": " + reference.requirement(), width, out);
    }
    control.params().forEach((n, value) -> field("params." + n, String.valueOf(value), width, out));
    field("rule", control.rule(), width, out);
  }

  private static void field(String name, String value, int width, PrintWriter out) {
    int indent = 14;
    List<String> lines = Prose.wrap(Prose.safe(value), width - indent);
    line("  " + padded(name, indent - 2) + lines.getFirst(), out);
    lines.stream().skip(1).forEach(l -> line(" ".repeat(indent) + l, out));
  }

  private static String listed(List<String> values) {
    return values.isEmpty() ? "all" : String.join(", ", values);
  }

  private static void writeOne(Guardrail guardrail, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", guardrail.name());
    json.writeStringProperty("origin", guardrail.origin().word());
    json.writeName("spec");
    new RecordWriter().write(guardrail.control(), json);
    json.writeEndObject();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static void line(String text, PrintWriter out) {
    out.write(text);
    out.write('\n');
  }
}
