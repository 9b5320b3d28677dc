package dev.interlock.cli.ledger;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.usecases.VerifyDecisionPack.Found;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What the verification of a decision's pack found, for people and for programs. */
final class DecisionPackReport {

  private DecisionPackReport() {}

  /** For people; {@code replay} is the command that derives the decision again. */
  static void text(Found found, String replay, PrintWriter out) {
    line((found.holds() ? "HOLDS  " : "DOES NOT HOLD  ") + "pack of a decision", out);
    if (found.problems().isEmpty()) {
      line(Prose.count(found.files(), "file") + " as the manifest lists them", out);
    }
    if (!found.signed()) {
      line("A signed one comes from gate --record --key --pack", out);
    }
    signers(found).forEach(id -> line("Decision signed by key " + id, out));
    line(
        found
            .ledger()
            .map(DecisionPackReport::place)
            .orElse("Nothing proves that a ledger holds it"),
        out);
    found.problems().forEach(problem -> line("  wrong: " + Prose.safe(problem), out));
    line("Does it follow from its inputs? " + Prose.safe(replay), out);
  }

  private static String place(EntryProof proof) {
    var checkpoint = proof.checkpoint().checkpoint();
    return "Recorded as entry "
        + proof.proof().index()
        + " of "
        + Prose.safe(checkpoint.origin())
        + ", under its checkpoint over "
        + Prose.count(checkpoint.size(), "entry", "entries");
  }

  static void json(Found found, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("holds", found.holds());
          json.writeStringProperty("kind", "decision");
          json.writeNumberProperty("files", found.files());
          json.writeBooleanProperty("signed", found.signed());
          found
              .ledger()
              .ifPresentOrElse(
                  proof -> ledger(proof, json), () -> json.writeNullProperty("ledger"));
          json.writeArrayPropertyStart("signers");
          signers(found).forEach(json::writeString);
          json.writeEndArray();
          json.writeArrayPropertyStart("problems");
          found.problems().forEach(json::writeString);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void ledger(EntryProof proof, JsonGenerator json) {
    json.writeObjectPropertyStart("ledger");
    json.writeStringProperty("origin", proof.checkpoint().checkpoint().origin());
    json.writeNumberProperty("index", proof.proof().index());
    json.writeNumberProperty("size", proof.checkpoint().checkpoint().size());
    json.writeEndObject();
  }

  private static List<String> signers(Found found) {
    return found.signers().stream().map(VerificationKey::id).sorted().toList();
  }

  private static void line(String text, PrintWriter out) {
    out.write(text);
    out.write('\n');
  }
}
