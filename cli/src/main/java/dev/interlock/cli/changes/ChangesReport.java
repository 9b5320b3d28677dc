package dev.interlock.cli.changes;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.remote.Part;
import dev.interlock.cli.remote.PartJson;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a server, for people and for programs. */
final class ChangesReport {

  private static final int STATE = 12;
  private static final int OUTCOME = 9;
  private static final int ENVIRONMENT = 18;

  private ChangesReport() {}

  static void text(List<Part> changes, PrintWriter out) {
    changes.forEach(change -> line(change, out));
    out.write(Prose.count(changes.size(), "change") + "\n");
  }

  private static void line(Part change, PrintWriter out) {
    String line =
        padded(change.text("state"), STATE)
            + padded(outcome(change.partOrNull("judged")), OUTCOME)
            + padded(change.text("environment"), ENVIRONMENT)
            + change.text("name")
            + ": "
            + change.text("title");
    out.write(Prose.safe(line) + "\n");
  }

  /** What the gate last said; about an earlier version or estate it says nothing any more. */
  private static String outcome(@Nullable Part judged) {
    if (judged == null || !judged.flag("current")) {
      return "-";
    }
    String outcome = judged.textOrNull("outcome");
    return outcome == null ? "unknown" : outcome;
  }

  static void json(List<Part> changes, PrintWriter out) {
    JsonText.write(out, json -> PartJson.write(changes, json));
  }

  static void json(Part change, PrintWriter out) {
    JsonText.write(out, json -> PartJson.write(change, json));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
