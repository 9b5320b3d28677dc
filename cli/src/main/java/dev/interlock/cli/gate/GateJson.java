package dev.interlock.cli.gate;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Decision;
import dev.interlock.cli.output.JsonText;
import java.io.PrintWriter;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** The decision as JSON: names and nesting are part of the command line's contract. */
public final class GateJson {

  private GateJson() {}

  /** Writes the decision; the writer stays open. */
  public static void write(Decision decision, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("decision", decision.outcome().word());
          json.writeStringProperty("tier", decision.tier());
          Instant notBefore = decision.notBefore();
          if (notBefore == null) {
            json.writeNullProperty("notBefore");
          } else {
            json.writeStringProperty("notBefore", notBefore.toString());
          }
          json.writeStringProperty("expires", decision.expires().toString());
          json.writeArrayPropertyStart("contacts");
          decision.contacts().forEach(contact -> writeContact(contact, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void writeContact(Contact contact, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", contact.name());
    json.writeStringProperty("state", contact.state().word());
    json.writeStringProperty("reason", contact.reason());
    json.writeArrayPropertyStart("evidence");
    contact.evidence().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }
}
