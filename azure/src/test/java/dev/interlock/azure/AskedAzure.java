package dev.interlock.azure;

import static dev.interlock.azure.AzureStandIn.asked;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.interlock.document.MappingNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** A stand-in of Azure that an inventory is read of, with what was read and how long it waited. */
final class AskedAzure implements AutoCloseable {

  static final String SUBSCRIPTION = "cfbbd179-59d2-4052-aa06-9270a38aa9d6";

  static final InventoryScope ONE_SUBSCRIPTION =
      new InventoryScope(List.of(SUBSCRIPTION), List.of(), List.of("resources"));

  private final AzureStandIn azure;
  private final URI endpoint;
  private final List<Duration> pauses = new ArrayList<>();
  private final List<MappingNode> rows = new ArrayList<>();

  AskedAzure(Path folder) throws Exception {
    azure = AzureStandIn.in(folder);
    endpoint = azure.https();
  }

  WireMockServer server() {
    return azure.server();
  }

  void answers(MappingBuilder question, ResponseDefinitionBuilder answer) {
    server().stubFor(question.willReturn(answer));
  }

  /** The first question for resources is refused, every later one is answered. */
  void refusesOnce(ResponseDefinitionBuilder refusal, ResponseDefinitionBuilder answer) {
    server()
        .stubFor(
            asked("resources")
                .inScenario("throttled")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(refusal)
                .willSetStateTo("again"));
    answers(asked("resources").inScenario("throttled").whenScenarioStateIs("again"), answer);
  }

  long read(InventoryScope scope) throws Exception {
    HttpClient http = azure.client();
    TokenCredential someone =
        _ ->
            Mono.just(
                new AccessToken(
                    "a-token-of-a-test", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
    var access = new AzureAccess(Cloud.PUBLIC, endpoint, CredentialKind.AUTO);
    return new AzureInventory(access, pauses::add, http, someone, Duration.ofMillis(1))
        .read(scope, rows::add);
  }

  List<MappingNode> rows() {
    return rows;
  }

  List<String> names() {
    return rows.stream().map(row -> String.valueOf(row.text("name"))).toList();
  }

  /** How long it waited, without waiting. */
  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public void close() {
    azure.close();
  }
}
