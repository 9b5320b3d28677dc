package dev.interlock.cli.ledger;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Moment;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.InclusionProof;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.Statement;
import dev.interlock.usecases.ReadLedger;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The entries of a ledger, for people and for programs. */
public final class EntryList {

  private static final int SHOWN_DIGITS = 12;

  private EntryList() {}

  /** One line for each entry, then the checkpoint that covers them. */
  public static void text(ReadLedger.Request request, PrintWriter out) {
    SignedCheckpoint covering = new ReadLedger().run(request, entry -> line(entry, out));
    var checkpoint = covering.checkpoint();
    String time = checkpoint.time().map(t -> " from " + Moment.utc(t)).orElse("");
    out.write(
        Prose.safe(checkpoint.origin())
            + ": "
            + Prose.count(checkpoint.size(), "entry", "entries")
            + " under the checkpoint"
            + time
            + "\n");
  }

  private static void line(ReadLedger.Entry entry, PrintWriter out) {
    Statement statement = entry.statement();
    String what =
        statement == null
            ? "no statement, " + Prose.count(entry.content().length(), "byte")
            : kind(statement) + "  " + names(statement);
    out.write(
        entry.index()
            + "  "
            + leaf(entry).substring(0, SHOWN_DIGITS)
            + "  "
            + Prose.safe(what)
            + "\n");
  }

  /** The last part of the type: {@code https://interlock.dev/evidence/approval/v1}. */
  private static String kind(Statement statement) {
    return statement.predicateType().replaceFirst("^https?://[^/]+/", "");
  }

  private static String names(Statement statement) {
    List<String> names =
        statement.subjects().stream().map(s -> s.name() == null ? "?" : s.name()).toList();
    return String.join(", ", names);
  }

  /** Entries and checkpoint as one JSON object. */
  public static void json(ReadLedger.Request request, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("entries");
          SignedCheckpoint covering = new ReadLedger().run(request, e -> writeEntry(e, json));
          json.writeEndArray();
          var checkpoint = covering.checkpoint();
          json.writeObjectPropertyStart("checkpoint");
          json.writeStringProperty("origin", checkpoint.origin());
          json.writeNumberProperty("size", checkpoint.size());
          json.writeStringProperty("root", checkpoint.root().hex());
          json.writeStringProperty("note", covering.note());
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static void writeEntry(ReadLedger.Entry entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("index", entry.index());
    json.writeStringProperty("leaf", leaf(entry));
    json.writeNumberProperty("bytes", entry.content().length());
    Statement statement = entry.statement();
    if (statement == null) {
      json.writeNullProperty("predicateType");
    } else {
      json.writeStringProperty("predicateType", statement.predicateType());
    }
    json.writeArrayPropertyStart("subjects");
    if (statement != null) {
      statement.subjects().forEach(subject -> writeSubject(subject, json));
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("keys");
    Envelope envelope = entry.envelope();
    if (envelope != null) {
      envelope.signatures().forEach(signature -> json.writeString(signature.keyId()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSubject(Statement.Subject subject, JsonGenerator json) {
    json.writeStartObject();
    String name = subject.name();
    if (name == null) {
      json.writeNullProperty("name");
    } else {
      json.writeStringProperty("name", name);
    }
    json.writeObjectPropertyStart("digest");
    subject.digest().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String leaf(ReadLedger.Entry entry) {
    return InclusionProof.leafHash(entry.content()).hex();
  }
}
