package dev.interlock.cli.drill;

import dev.interlock.cli.output.JsonText;
import dev.interlock.document.RecordWriter;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Drills for programs. */
final class DrillJson {

  private DrillJson() {}

  static void list(List<Reviewed> drills, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartArray();
          drills.forEach(shown -> write(shown, json));
          json.writeEndArray();
        });
  }

  static void one(Reviewed shown, PrintWriter out) {
    JsonText.write(out, json -> write(shown, json));
  }

  private static void write(Reviewed shown, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("file", shown.item().file());
    json.writeBooleanProperty("counts", shown.item().trusted());
    json.writeArrayPropertyStart("objectives");
    shown.objectives().forEach(objective -> write(objective, json));
    json.writeEndArray();
    json.writeName("drill");
    new RecordWriter().write(shown.drill(), json);
    json.writeEndObject();
  }

  private static void write(Objective objective, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("process", objective.process());
    json.writeStringProperty("state", objective.state().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("rto", objective.rto().toString());
    json.writeStringProperty("rpo", objective.rpo().toString());
    json.writeEndObject();
  }
}
