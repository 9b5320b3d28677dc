package dev.interlock.server.console;

import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Moment;
import dev.interlock.ledger.Statement;
import dev.interlock.server.console.EvidencePage.Entry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an entry of the ledger states, in words. */
final class EntryWords {

  private static final JsonMapper JSON = JsonMapper.shared();

  private EntryWords() {}

  static Entry of(long index, Statement statement) {
    JsonNode says = JSON.readTree(statement.predicate().toArray());
    return new Entry(index, at(says), words(statement, says), statement.predicateType());
  }

  private static String words(Statement statement, JsonNode says) {
    return PredicateKind.ofTypeUri(statement.predicateType())
        .map(kind -> kind.word() + about(statement))
        .orElseGet(() -> event(says));
  }

  private static String about(Statement statement) {
    return statement.subjects().isEmpty() || statement.subjects().getFirst().name() == null
        ? ""
        : " about " + statement.subjects().getFirst().name();
  }

  /** Something that somebody did here. */
  private static String event(JsonNode says) {
    String kind = says.path("kind").asString("event").replace('-', ' ');
    String who = says.path("account").asString("");
    String what = says.path("route").asString(says.path("change").asString(""));
    return kind + (who.isEmpty() ? "" : ": " + who) + (what.isEmpty() ? "" : ", " + what);
  }

  private static String at(JsonNode says) {
    try {
      Instant at = Instant.parse(says.path("at").asString(""));
      return Moment.utc(at.truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException _) {
      return "";
    }
  }
}
