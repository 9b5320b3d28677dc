package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Ledger;
import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.events.SecurityEvents;
import dev.interlock.usecases.ServerLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who came in, who was refused, who used a role: it stands in the ledger, signed. */
@Tag("slow")
class AccessInLedgerTest {

  @TempDir static Path data;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void signing_in_and_out_and_failing_to_are_kept() {
    long before = ledger().size();
    Browser browser = server.browser();
    browser.signIn("admin", "a wrong password");
    browser.signIn("someone's password", "typed into the wrong field");
    browser.signIn("admin", server.password());
    browser.submit("/password", "/logout", Map.of());

    List<JsonNode> kept = since(before);

    assertThat(kept)
        .extracting(e -> e.path("kind").asString() + " " + e.path("account").asString("-"))
        .containsExactly(
            "sign-in-refused admin", "sign-in-refused -", "signed-in admin", "signed-out admin");
    assertThat(kept)
        .extracting(e -> e.path("route").asString())
        .containsExactly("POST /sign-in", "POST /sign-in", "POST /sign-in", "POST /logout");
    assertThat(kept.toString()).doesNotContain("someone's password", "wrong field");
  }

  @Test
  void refusals_and_the_use_of_a_role_are_kept() {
    Browser administrator = server.administrator();
    server.bean(SecurityEvents.class).flush();
    long before = ledger().size();
    server.browser().get("/changes", "Accept", "application/json");
    administrator.get("/no/such/secret", "Accept", "text/html");
    administrator.form("/password", Map.of());
    administrator.get("/actuator/prometheus");

    assertThat(since(before))
        .extracting(e ->
            e.path("kind").asString()
                + " "
                + e.path("account").asString("-")
                + " "
                + e.path("route").asString())
        .containsExactly(
            "refused - GET /changes",
            "refused admin a route that does not exist",
            "refused admin POST /password",
            "role-used admin GET /actuator/prometheus");
  }

  private static Ledger ledger() {
    return server.bean(ServerLedger.class).ledger();
  }

  private static List<JsonNode> since(long index) {
    server.bean(SecurityEvents.class).flush();
    List<JsonNode> entries = new ArrayList<>();
    var key = server.bean(ServerLedger.class).key().verificationKey();
    for (long i = index; i < ledger().size(); i++) {
      Envelope envelope = Envelope.parse(ledger().read(i).toArray());
      assertThat(envelope.signedBy(key)).isTrue();
      entries.add(JsonMapper.shared().readTree(envelope.statement().predicate().toArray()));
    }
    return entries;
  }
}
