package dev.interlock.cli.gate;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Moment;
import dev.interlock.usecases.ReplayDecision.Replay;
import java.io.PrintWriter;

/** What deriving a decision again came to, for people and for programs. */
final class ReplayReport {

  private ReplayReport() {}

  static void text(Replay replayed, PrintWriter out) {
    var recorded = replayed.recorded();
    out.write(
        (replayed.same() ? "SAME  " : "DIFFERENT  ")
            + Prose.safe(recorded.change())
            + ", judged for "
            + Moment.utc(recorded.at())
            + "\n");
    if (replayed.same()) {
      out.write("The inputs in the pack give exactly the recorded decision.\n");
    }
    replayed.differences().forEach(line -> out.write("  " + Prose.safe(line) + "\n"));
  }

  static void json(Replay replayed, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("same", replayed.same());
          json.writeStringProperty("change", replayed.recorded().change());
          json.writeStringProperty("at", replayed.recorded().at().toString());
          json.writeArrayPropertyStart("differences");
          replayed.differences().forEach(json::writeString);
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
