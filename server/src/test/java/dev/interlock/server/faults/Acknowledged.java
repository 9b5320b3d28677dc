package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.LedgerVerifier;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.PostgresLedger;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.Verification;
import dev.interlock.server.SampleChange;
import dev.interlock.server.api.ApiClient;
import dev.interlock.usecases.ServerLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/** What callers were told is kept, and whether it is. */
final class Acknowledged {

  private final Set<String> changes = new ConcurrentSkipListSet<>();
  private final Set<String> evidence = new ConcurrentSkipListSet<>();
  private final Queue<JsonNode> decisions = new ConcurrentLinkedQueue<>();

  void change(JsonNode told) {
    assertThat(changes.add(told.at("/change/name").asString())).isTrue();
  }

  void evidence(JsonNode told) {
    assertThat(evidence.add(told.get("digest").asString())).as("%s was told twice", told).isTrue();
  }

  void decision(JsonNode told) {
    decisions.add(told);
  }

  int size() {
    return changes.size() + evidence.size() + decisions.size();
  }

  @Override
  public String toString() {
    return changes.size()
        + " changes, "
        + evidence.size()
        + " pieces of evidence and answers, "
        + decisions.size()
        + " decisions";
  }

  /** Everything is there, once, and the whole ledger verifies. */
  void verify(ApiClient client, DataSource database, Path key, Path scratch) throws IOException {
    verifyChanges(client);
    verifyEvidence(client);
    SigningKey signing = SigningKey.parse(Files.readString(key));
    try (PostgresLedger ledger =
        PostgresLedger.open(database, ServerLedger.ORIGIN, signing, InstantSource.system())) {
      ledger.export(scratch);
    }
    Verification found =
        LedgerVerifier.trusting(signing.verificationKey()).withEverySignature().verify(scratch);
    assertThat(found.holds()).as(found.toString()).isTrue();
    verifyDecisions(client, FileLedger.view(scratch, List.of(signing.verificationKey())));
  }

  private void verifyChanges(ApiClient client) {
    for (String name : changes) {
      JsonNode change = client.get("/changes/" + name).json();
      assertThat(change.at("/change/name").asString()).isEqualTo(name);
      assertThat(change.at("/change/version").asInt()).isEqualTo(1);
    }
  }

  private void verifyEvidence(ApiClient client) {
    List<String> kept = new ArrayList<>();
    for (String path : List.of("/evidence", "/changes/" + SampleChange.NAME + "/evidence")) {
      client.get(path).json().forEach(item -> kept.add(item.get("digest").asString()));
    }
    assertThat(kept).containsAll(evidence);
    assertThat(kept.stream().filter(evidence::contains)).doesNotHaveDuplicates();
  }

  /** Each has its own entry, about its change and with its answer, and its pack can be fetched. */
  private void verifyDecisions(ApiClient client, LedgerView ledger) {
    Set<Long> entries =
        decisions.stream().map(told -> told.get("entry").asLong()).collect(Collectors.toSet());
    assertThat(entries).as("two decisions, one entry").hasSize(decisions.size());
    for (JsonNode told : decisions) {
      String entry = ledger.read(told.get("entry").asLong()).utf8();
      var statement = Envelope.parse(entry.getBytes(StandardCharsets.UTF_8));
      assertThat(statement.payload().utf8())
          .contains(
              told.get("change").asString(),
              told.get("digest").asString().replace("sha256:", ""),
              "\"" + told.get("decision").asString() + "\"");
      String pack = told.get("pack").asString().substring("/api/v1".length());
      assertThat(client.get(pack).status()).as(pack).isEqualTo(200);
    }
  }
}
