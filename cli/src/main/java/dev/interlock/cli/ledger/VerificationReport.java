package dev.interlock.cli.ledger;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Moment;
import dev.interlock.cli.output.Prose;
import dev.interlock.ledger.Verification;
import dev.interlock.ledger.Verification.Failure;
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
    line(found.holds() ? "HOLDS  " + found.origin() : "DOES NOT HOLD  " + found.origin(), out);
    line(
        Prose.count(found.entries(), "entry holds", "entries hold")
            + ", "
            + found.covered()
            + " covered by "
            + Prose.count(found.checkpoints(), "checkpoint"),
        out);
    found
        .latest()
        .flatMap(signed -> signed.checkpoint().time())
        .ifPresent(time -> line("Latest checkpoint from " + Moment.utc(time), out));
    if (compared && found.holds()) {
      line("Continues the kept checkpoint: nothing older was changed or taken away", out);
    }
    found.failure().ifPresent(failure -> line(sentence(failure), out));
    found
        .tornTail()
        .ifPresent(torn ->
            line(
                "An interrupted write left "
                    + Prose.count(torn.bytes(), "byte")
                    + " at the end (offset "
                    + torn.offset()
                    + "); nothing there was acknowledged",
                out));
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
          json.writeStringProperty("origin", found.origin());
          json.writeNumberProperty("entries", found.entries());
          json.writeNumberProperty("covered", found.covered());
          json.writeNumberProperty("checkpoints", found.checkpoints());
          writeFailure(found, json);
          json.writeNumberProperty(
              "tornBytes", found.tornTail().map(Verification.TornTail::bytes).orElse(0L));
          json.writeEndObject();
        });
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
