package dev.interlock.cli.evidence;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.document.RecordWriter;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Moment;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Evidence for people and for programs. */
final class EvidenceReport {

  private EvidenceReport() {}

  static void text(List<EvidenceItem> items, PrintWriter out) {
    for (EvidenceItem item : items) {
      out.write(Prose.safe(item.label()) + "\n");
      Predicate says = item.predicate();
      if (says != null) {
        out.write("  states   " + kind(says) + " of " + Moment.utc(says.at()) + "\n");
      }
      String standing =
          switch (item.standing()) {
            case Standing.Trusted(String key, _) -> "  counts   signed by key " + key;
            case Standing.Untrusted(var _, String message, var _) -> "  does not count: " + message;
          };
      out.write(Prose.safe(standing) + "\n");
    }
    long counting = items.stream().filter(EvidenceItem::trusted).count();
    out.write(counting + " of " + Prose.count(items.size(), "piece") + " of evidence count\n");
  }

  static void json(List<EvidenceItem> items, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartArray();
          items.forEach(item -> write(item, json));
          json.writeEndArray();
        });
  }

  private static void write(EvidenceItem item, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("file", item.file());
    json.writeStringProperty("digest", item.digest());
    json.writeBooleanProperty("counts", item.trusted());
    switch (item.standing()) {
      case Standing.Trusted(String key, _) -> json.writeStringProperty("key", key);
      case Standing.Untrusted(Standing.Reason reason, String message, var _) -> {
        String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        json.writeStringProperty("reason", word);
        json.writeStringProperty("message", message);
      }
    }
    Predicate says = item.predicate();
    if (says == null) {
      json.writeNullProperty("kind");
    } else {
      json.writeStringProperty("kind", kind(says));
    }
    json.writeName("predicate");
    new RecordWriter().write(says, json);
    json.writeEndObject();
  }

  private static String kind(Predicate predicate) {
    return PredicateKind.of(predicate).word();
  }
}
