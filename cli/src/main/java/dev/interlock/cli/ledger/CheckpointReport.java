package dev.interlock.cli.ledger;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Moment;
import dev.interlock.usecases.VerifyCheckpoint.Found;
import java.io.PrintWriter;

/** What was found of a server's latest checkpoint, for people and for programs. */
final class CheckpointReport {

  private CheckpointReport() {}

  /** A few lines, the answer first. */
  static void text(Found found, PrintWriter out) {
    line((found.holds() ? "HOLDS" : "DOES NOT HOLD") + "  " + found.origin(), out);
    line(Prose.count(found.size(), "entry", "entries") + " under the latest checkpoint", out);
    if (found.time() != null) {
      line("Latest checkpoint from " + Moment.utc(found.time()), out);
    }
    found.problems().forEach(problem -> line(problem, out));
    if (found.holds() && found.since() != null) {
      line(
          "Continues the kept checkpoint of "
              + Prose.count(found.since(), "entry", "entries")
              + ": nothing older was changed or taken away",
          out);
    }
    if (found.holds() && found.since() == null) {
      line(
          "Nothing was compared: keep this checkpoint (--keep) and compare the next (--since)",
          out);
    }
  }

  /** The same facts as JSON. */
  static void json(Found found, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("holds", found.holds());
          json.writeStringProperty("origin", found.origin());
          json.writeNumberProperty("entries", found.size());
          if (found.since() == null) {
            json.writeNullProperty("since");
          } else {
            json.writeNumberProperty("since", found.since());
          }
          json.writeArrayPropertyStart("problems");
          found.problems().forEach(json::writeString);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void line(String text, PrintWriter out) {
    out.write(Prose.safe(text) + "\n");
  }
}
