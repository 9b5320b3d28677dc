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
    replayed
        .extra()
        .forEach(file ->
            out.write("  the decision does not speak of " + Prose.safe(file) + " in the pack\n"));
    if (replayed.passedOver() > 0) {
      out.write(
          "Not in the pack, because the decision did not look at it: "
              + Prose.count(replayed.passedOver(), "piece")
              + " of evidence. The record names each with its digest.\n");
    }
    estate(replayed, out);
    if (replayed.otherVersion()) {
      out.write(
          "Decided by version "
              + Prose.safe(recorded.version())
              + ", derived by "
              + Prose.safe(replayed.derived().version())
              + ": another engine and other shipped controls may judge differently.\n");
    }
  }

  private static void estate(Replay replayed, PrintWriter out) {
    out.write("Estate " + Prose.safe(replayed.derived().estateDigest()) + "\n");
    if (!replayed.estateCompared()) {
      out.write("  is the pack's own word: compare it with --estate DIR or --estate-digest.\n");
    } else if (replayed.same()) {
      out.write("  is the one that was expected.\n");
    }
  }

  static void json(Replay replayed, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("same", replayed.same());
          json.writeStringProperty("change", replayed.recorded().change());
          json.writeStringProperty("at", replayed.recorded().at().toString());
          json.writeStringProperty("estateDigest", replayed.derived().estateDigest());
          json.writeNumberProperty("evidencePassedOver", replayed.passedOver());
          json.writeBooleanProperty("estateCompared", replayed.estateCompared());
          json.writeStringProperty("decidedBy", replayed.recorded().version());
          json.writeStringProperty("derivedBy", replayed.derived().version());
          json.writeArrayPropertyStart("extra");
          replayed.extra().forEach(json::writeString);
          json.writeEndArray();
          json.writeArrayPropertyStart("differences");
          replayed.differences().forEach(json::writeString);
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
