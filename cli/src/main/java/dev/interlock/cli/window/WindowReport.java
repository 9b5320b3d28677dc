package dev.interlock.cli.window;

import dev.interlock.changes.BlockedStarts;
import dev.interlock.changes.NextWindow;
import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The earliest slot with its proof, for people and for programs. */
final class WindowReport {

  private static final int FIRST = 12;
  private static final int LAST = 4;

  private WindowReport() {}

  static void text(SlotAnswer answer, int width, PrintWriter out) {
    String subject =
        answer.environment() + ", " + Durations.words(answer.duration()) + tier(answer);
    switch (answer.next()) {
      case NextWindow.Found found -> {
        line("NEXT  " + subject, out);
        line("  from " + Moment.utc(found.start()) + " until " + Moment.utc(found.end()), out);
        answer
            .plants()
            .forEach((plant, zone) ->
                line("       " + Moment.in(zone, found.start()) + ", " + plant, out));
        proof(answer, found.blocked(), width, out);
      }
      case NextWindow.None none -> {
        line("NONE  " + subject, out);
        line("  no slot starts before " + Moment.utc(none.searchedUntil()), out);
        proof(answer, none.blocked(), width, out);
      }
      case NextWindow.Unknown _ ->
          line("UNKNOWN  " + subject + ": a calendar that has a say can't be read", out);
    }
  }

  private static String tier(SlotAnswer answer) {
    String tier = answer.tier();
    return tier == null ? "" : ", tier " + tier;
  }

  private static void proof(
      SlotAnswer answer, List<BlockedStarts> blocked, int width, PrintWriter out) {
    if (blocked.isEmpty()) {
      line("Nothing stands in the way at " + Moment.utc(answer.from()), out);
      return;
    }
    line("Not earlier, because", out);
    boolean all = blocked.size() <= FIRST + LAST;
    blocked.subList(0, all ? blocked.size() : FIRST).forEach(step -> step(step, width, out));
    if (!all) {
      int left = blocked.size() - FIRST - LAST;
      line("  … " + left + " more; --format json lists them all", out);
      blocked
          .subList(blocked.size() - LAST, blocked.size())
          .forEach(step -> step(step, width, out));
    }
  }

  private static void step(BlockedStarts step, int width, PrintWriter out) {
    List<String> lines = Prose.wrap(Prose.safe(step.because().sentence()), width - 4);
    line("  - " + lines.getFirst(), out);
    lines.stream().skip(1).forEach(l -> line("    " + l, out));
  }

  static void json(SlotAnswer answer, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("environment", answer.environment());
          text("tier", answer.tier(), json);
          json.writeStringProperty("rule", answer.rule());
          json.writeStringProperty("from", answer.from().toString());
          json.writeStringProperty("duration", answer.duration().toString());
          writeNext(answer.next(), json);
          json.writeEndObject();
        });
  }

  private static void writeNext(NextWindow next, JsonGenerator json) {
    switch (next) {
      case NextWindow.Found found -> {
        json.writeStringProperty("answer", "found");
        instant("start", found.start(), json);
        instant("end", found.end(), json);
        writeProof(found.blocked(), json);
      }
      case NextWindow.None none -> {
        json.writeStringProperty("answer", "none");
        instant("searchedUntil", none.searchedUntil(), json);
        writeProof(none.blocked(), json);
      }
      case NextWindow.Unknown unknown -> {
        json.writeStringProperty("answer", "unknown");
        json.writeArrayPropertyStart("problems");
        unknown.problems().forEach(p -> json.writeString(p.source() + ": " + p.message()));
        json.writeEndArray();
      }
    }
  }

  private static void writeProof(List<BlockedStarts> blocked, JsonGenerator json) {
    json.writeArrayPropertyStart("blocked");
    for (BlockedStarts step : blocked) {
      json.writeStartObject();
      instant("from", step.from(), json);
      instant("until", step.until(), json);
      json.writeStringProperty("kind", step.because().kind().word());
      text("plant", step.because().plant(), json);
      text("calendar", step.because().calendar(), json);
      json.writeStringProperty("summary", step.because().summary());
      json.writeStringProperty("closedFrom", step.because().from().toString());
      json.writeStringProperty("closedUntil", step.because().until().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void instant(String name, Instant instant, JsonGenerator json) {
    json.writeStringProperty(name, instant.toString());
  }

  private static void text(String name, @Nullable String text, JsonGenerator json) {
    if (text == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }

  private static void line(String text, PrintWriter out) {
    out.write(text);
    out.write('\n');
  }
}
