package dev.interlock.cli.ledger;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Moment;
import dev.interlock.ledger.Verification;
import dev.interlock.ledger.Verification.Failure;
import dev.interlock.ledger.Verification.Tail;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** What a verification found, for people and for programs. */
public final class VerificationReport {

  private VerificationReport() {}

  /**
   * A few lines, the answer first.
   *
   * @param compared it was compared with a checkpoint kept from earlier
   */
  public static void text(Verification found, boolean compared, PrintWriter out) {
    line(heading(found) + "  " + found.origin(), out);
    line(
        Prose.count(found.entries(), "entry holds", "entries hold")
            + ", under "
            + Prose.count(found.checkpoints(), "checkpoint"),
        out);
    found
        .latest()
        .flatMap(signed -> signed.checkpoint().time())
        .ifPresent(time -> line("Latest checkpoint from " + Moment.utc(time), out));
    if (compared && found.failure().isEmpty()) {
      line("Continues the kept checkpoint: nothing older was changed or taken away", out);
    }
    found.failure().ifPresent(failure -> line(sentence(failure), out));
    found.tail().ifPresent(tail -> tail(tail, compared, out));
  }

  private static String heading(Verification found) {
    return switch (found.answer()) {
      case HOLDS -> "HOLDS";
      case HOLDS_IN_PART ->
          found.entries() == 0
              ? "HOLDS UP TO ITS BEGINNING"
              : "HOLDS UP TO ENTRY " + (found.entries() - 1);
      case DOES_NOT_HOLD -> "DOES NOT HOLD";
    };
  }

  private static void tail(Tail tail, boolean compared, PrintWriter out) {
    line(
        "NOT COVERED by any checkpoint: "
            + what(tail)
            + " at the end (offset "
            + tail.offset()
            + "); nobody vouches for it",
        out);
    line("  An interrupted write can have left this, or anybody who may write the file.", out);
    if (!compared) {
      line("  Whether it was acknowledged can't be told from the file alone: compare with a", out);
      line("  checkpoint kept elsewhere (--since).", out);
    }
    line("  The next append keeps what the ledger's key wrote and sets the rest aside.", out);
  }

  private static String what(Tail tail) {
    String entries = Prose.count(tail.entries(), "entry", "entries");
    String torn = Prose.count(tail.torn(), "byte") + " that are no whole entry";
    if (tail.torn() == 0) {
      return entries;
    }
    return tail.entries() == 0 ? torn : entries + " and " + torn;
  }

  private static String sentence(Failure failure) {
    String where =
        failure.first() == failure.last()
            ? "Entry " + failure.first()
            : "One of the entries " + failure.first() + " to " + failure.last();
    return where + " does not hold: " + Prose.safe(failure.reason()) + offset(failure);
  }

  private static String offset(Failure failure) {
    return " (offset " + failure.offset() + ")";
  }

  /** The same facts as JSON. */
  public static void json(Verification found, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("holds", found.holds());
          json.writeStringProperty("answer", answer(found));
          json.writeStringProperty("origin", found.origin());
          json.writeNumberProperty("entries", found.entries());
          json.writeNumberProperty("checkpoints", found.checkpoints());
          writeFailure(found, json);
          writeTail(found, json);
          json.writeEndObject();
        });
  }

  private static String answer(Verification found) {
    return switch (found.answer()) {
      case HOLDS -> "holds";
      case HOLDS_IN_PART -> "holds in part";
      case DOES_NOT_HOLD -> "does not hold";
    };
  }

  private static void writeTail(Verification found, JsonGenerator json) {
    if (found.tail().isEmpty()) {
      json.writeNullProperty("uncovered");
      return;
    }
    Tail tail = found.tail().get();
    json.writeObjectPropertyStart("uncovered");
    json.writeNumberProperty("offset", tail.offset());
    json.writeNumberProperty("bytes", tail.bytes());
    json.writeNumberProperty("entries", tail.entries());
    json.writeNumberProperty("tornBytes", tail.torn());
    json.writeEndObject();
  }

  private static void writeFailure(Verification found, JsonGenerator json) {
    if (found.failure().isEmpty()) {
      json.writeNullProperty("failure");
      return;
    }
    Failure failure = found.failure().get();
    json.writeObjectPropertyStart("failure");
    json.writeNumberProperty("first", failure.first());
    json.writeNumberProperty("last", failure.last());
    json.writeNumberProperty("offset", failure.offset());
    json.writeStringProperty("reason", failure.reason());
    json.writeEndObject();
  }

  private static void line(String text, PrintWriter out) {
    out.write(text);
    out.write('\n');
  }
}
