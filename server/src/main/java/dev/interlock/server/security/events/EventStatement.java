package dev.interlock.server.security.events;

import dev.interlock.server.security.AccountRole;
import dev.interlock.usecases.ServerLedger.Event;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** An event as a statement for the ledger: the subject is the account. */
final class EventStatement {

  /** What is stated. An event and not evidence: it closes no contact. */
  static final String TYPE = "https://interlock.dev/events/access/v1";

  private static final JsonMapper JSON = JsonMapper.shared();

  private EventStatement() {}

  /**
   * The statement.
   *
   * @param count how often the same happened
   * @param last when it happened for the last time
   */
  static Event of(SecurityEvent event, int count, Instant last) {
    String account = event.account() == null ? "unknown" : event.account();
    return new Event(
        "account/" + account, TYPE, JSON.writeValueAsString(fields(event, count, last)));
  }

  private static Map<String, Object> fields(SecurityEvent event, int count, Instant last) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("kind", event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    fields.put("at", event.at().toString());
    if (event.account() != null) {
      fields.put("account", event.account());
    }
    if (event.person() != null) {
      fields.put("person", event.person());
    }
    fields.put("address", event.address());
    fields.put("route", event.route());
    fields.put("roles", event.roles().stream().map(AccountRole::word).sorted().toList());
    fields.put("detail", event.detail());
    if (count > 1) {
      fields.put("count", count);
      fields.put("last", last.toString());
    }
    return fields;
  }
}
