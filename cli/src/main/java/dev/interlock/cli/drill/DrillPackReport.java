package dev.interlock.cli.drill;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.document.RecordWriter;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.finding.Moment;
import dev.interlock.ledger.EntryProof;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.VerifyDrillPack.Found;
import dev.interlock.usecases.VerifyDrillPack.SignedBy;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What the verification of a drill's pack found, for people and for programs. */
public final class DrillPackReport {

  private DrillPackReport() {}

  /** For people: whether it holds, then what the drill says. */
  public static void text(Found found, PrintWriter out) {
    line((found.holds() ? "HOLDS  " : "DOES NOT HOLD  ") + "pack of a restore drill", out);
    found.problems().forEach(problem -> line("  wrong: " + problem, out));
    if (found.problems().isEmpty()) {
      line(Prose.count(found.files(), "file") + ", every byte as it was signed", out);
    }
    for (SignedBy signer : found.signers()) {
      line(signer.what() + " signed by " + signer.name(), out);
    }
    line(found.ledger().map(DrillPackReport::place).orElse("No proof that a ledger holds it"), out);
    Backup backup = found.backup();
    line(
        backup == null
            ? "The manifest of what was restored is not in it"
            : "Restored backup " + backup.backup() + ", as of " + Moment.utc(backup.point()),
        out);
    Drill drill = found.drill();
    if (drill != null) {
      new DrillText(drill, found.objectives()).summary(out);
    }
  }

  private static String place(EntryProof proof) {
    var checkpoint = proof.checkpoint().checkpoint();
    return "Recorded as entry "
        + proof.proof().index()
        + " of "
        + checkpoint.origin()
        + ", under its checkpoint over "
        + Prose.count(checkpoint.size(), "entry", "entries");
  }

  /** For programs. */
  public static void json(Found found, PrintWriter out) {
    JsonText.write(out, json -> write(found, json));
  }

  private static void write(Found found, JsonGenerator json) {
    json.writeStartObject();
    json.writeBooleanProperty("holds", found.holds());
    json.writeStringProperty("kind", "drill");
    json.writeNumberProperty("files", found.files());
    json.writeArrayPropertyStart("problems");
    found.problems().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("signers");
    found.signers().forEach(signer -> write(signer, json));
    json.writeEndArray();
    json.writeBooleanProperty("recorded", found.ledger().isPresent());
    json.writeArrayPropertyStart("objectives");
    found.objectives().forEach(objective -> write(objective, json));
    json.writeEndArray();
    json.writeName("drill");
    new RecordWriter().write(found.drill(), json);
    json.writeEndObject();
  }

  private static void write(SignedBy signer, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("file", signer.what());
    json.writeStringProperty("by", signer.name());
    json.writeEndObject();
  }

  private static void write(Objective objective, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("process", objective.process());
    json.writeStringProperty("state", objective.state().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  private static void line(String text, PrintWriter out) {
    out.write(Prose.safe(text) + "\n");
  }
}
