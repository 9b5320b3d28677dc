package dev.interlock.cli.ledger;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.ledger.PackVerification;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** What the verification of an evidence pack found, for people and for programs. */
final class PackReport {

  private PackReport() {}

  static void text(PackVerification found, PrintWriter out) {
    var checkpoint = found.checkpoint().checkpoint();
    String answer = found.holds() ? "HOLDS  " : "DOES NOT HOLD  ";
    line(answer + Prose.safe(checkpoint.origin()) + ", evidence pack", out);
    line(
        Prose.count(found.entries().size(), "entry", "entries")
            + " proven to be in the ledger of "
            + Prose.count(checkpoint.size(), "entry", "entries"),
        out);
    for (PackVerification.Attachment attachment : found.attachments()) {
      String by =
          attachment.namedBy().isEmpty()
              ? "named by no entry: proven by nothing"
              : "named by " + Prose.count(attachment.namedBy().size(), "entry", "entries");
      line("  " + Prose.safe(attachment.name()) + ": " + by, out);
    }
    found.problems().forEach(problem -> line("  wrong: " + Prose.safe(problem), out));
  }

  static void json(PackVerification found, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("holds", found.holds());
          json.writeStringProperty("origin", found.checkpoint().checkpoint().origin());
          json.writeArrayPropertyStart("entries");
          found.entries().forEach(entry -> write(entry, json));
          json.writeEndArray();
          json.writeArrayPropertyStart("attachments");
          found.attachments().forEach(attachment -> write(attachment, json));
          json.writeEndArray();
          json.writeArrayPropertyStart("problems");
          found.problems().forEach(json::writeString);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(PackVerification.ProvenEntry entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("index", entry.index());
    json.writeStringProperty("sha256", entry.sha256());
    json.writeArrayPropertyStart("signers");
    entry.signers().forEach(signer -> json.writeString(signer.id()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(PackVerification.Attachment attachment, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", attachment.name());
    json.writeStringProperty("sha256", attachment.sha256());
    json.writeArrayPropertyStart("namedBy");
    attachment.namedBy().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void line(String text, PrintWriter out) {
    out.write(text);
    out.write('\n');
  }
}
