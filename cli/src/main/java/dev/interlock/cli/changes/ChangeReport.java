package dev.interlock.cli.changes;

import dev.interlock.cli.output.Prose;
import dev.interlock.cli.remote.Part;
import dev.interlock.finding.Moment;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** One change of a server, for people. */
final class ChangeReport {

  private ChangeReport() {}

  static void text(Part detail, PrintWriter out) {
    Part change = detail.part("change");
    line(change.text("name") + ": " + change.text("title"), out);
    line(
        change.text("environment")
            + ", "
            + change.text("kind")
            + ", "
            + change.text("state")
            + ", version "
            + change.number("version")
            + ", asked for by "
            + change.text("requester"),
        out);
    line(change.text("digest"), out);
    line("Files", out);
    detail.part("files").values().keySet().forEach(file -> line("  " + file, out));
    line("What happened", out);
    detail.parts("timeline").forEach(event -> event(event, out));
  }

  private static void event(Part event, PrintWriter out) {
    line(
        "  "
            + Moment.utc(event.instant("at"))
            + "  "
            + event.text("kind")
            + " by "
            + event.text("account")
            + details(event.part("details").values()),
        out);
  }

  private static String details(Map<String, ?> details) {
    return details.isEmpty()
        ? ""
        : details.entrySet().stream()
            .map(detail -> detail.getKey() + " " + detail.getValue())
            .sorted()
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static void line(String text, PrintWriter out) {
    out.write(Prose.safe(text) + "\n");
  }
}
