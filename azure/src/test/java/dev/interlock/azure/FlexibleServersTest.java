package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.interlock.azure.AzureStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.interlock.finding.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in the shape of the examples that Microsoft publishes, version 2022-12-01. */
class FlexibleServersTest {

  private static final String GROUP =
      "/subscriptions/ffffffff-ffff-ffff-ffff-ffffffffffff/resourceGroups/testrg/providers"
          + "/Microsoft.DBforPostgreSQL/flexibleServers";
  private static final String SOURCE = GROUP + "/pgtestsvc1";
  private static final String NEW = GROUP + "/interlock-drill-1";
  private static final Instant POINT = Instant.parse("2021-06-27T00:04:59.407800Z");
  private static final String OPERATION = "/operations/restore-1";

  @TempDir private static Path folder;
  private static AzureStandIn azure;

  private FlexibleServers servers;

  /** Once for all tests: its certificate takes a second. */
  @BeforeAll
  static void start() throws Exception {
    azure = AzureStandIn.in(folder);
  }

  @BeforeEach
  void forget() throws Exception {
    azure.server().resetAll();
    servers =
        new FlexibleServers(
            new AzureAccess(Cloud.PUBLIC, azure.https(), CredentialKind.AUTO),
            azure.client(),
            AzureStandIn.credential(),
            Duration.ofMillis(1),
            Duration.ofMillis(1));
    azure.server().stubFor(get(urlPathEqualTo(SOURCE)).willReturn(json(published())));
  }

  @AfterAll
  static void stop() {
    azure.close();
  }

  private static String published() throws Exception {
    return Files.readString(Path.of("src/test/resources/flexibleserver/ServerGet.json"));
  }

  private static String restored() throws Exception {
    return published().replace("pgtestsvc1", "interlock-drill-1");
  }

  @Test
  void a_server_tells_what_it_can_go_back_to() {
    FlexibleServer server = servers.get(SOURCE);

    assertThat(server)
        .isEqualTo(
            new FlexibleServer(
                SOURCE,
                "westus",
                "pgtestsvc1.postgres.database.azure.com",
                "12",
                "Ready",
                7,
                false,
                Instant.parse("2021-05-26T23:07:25.816656700Z"),
                Map.of("ElasticServer", "1")));
  }

  @Test
  void all_pages_of_a_group_are_read() throws Exception {
    azure
        .server()
        .stubFor(
            get(urlPathEqualTo(GROUP))
                .willReturn(
                    json(
                        "{\"value\": [%s], \"nextLink\": \"%s/next\"}"
                            .formatted(published(), azure.https()))));
    azure
        .server()
        .stubFor(
            get(urlPathEqualTo("/next"))
                .willReturn(json("{\"value\": [%s]}".formatted(restored()))));

    assertThat(servers.beside(SOURCE)).extracting(FlexibleServer::id).containsExactly(SOURCE, NEW);
  }

  @Test
  void a_restore_asks_for_the_moment_and_waits_until_the_server_is_there() throws Exception {
    WireMockServer server = azure.server();
    server.stubFor(put(urlPathEqualTo(NEW)).willReturn(accepted()));
    server.stubFor(
        get(urlPathEqualTo(OPERATION))
            .inScenario("restore")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(json("{\"status\": \"InProgress\"}"))
            .willSetStateTo("made"));
    server.stubFor(
        get(urlPathEqualTo(OPERATION))
            .inScenario("restore")
            .whenScenarioStateIs("made")
            .willReturn(json("{\"status\": \"Succeeded\"}")));
    server.stubFor(
        get(urlPathEqualTo(NEW))
            .inScenario("restore")
            .whenScenarioStateIs("made")
            .willReturn(json(restored())));

    FlexibleServer made =
        servers.restore(SOURCE, POINT, "interlock-drill-1", Map.of("interlock-drill", "1"));

    assertThat(made.host()).isEqualTo("interlock-drill-1.postgres.database.azure.com");
    server.verify(
        putRequestedFor(urlPathEqualTo(NEW))
            .withRequestBody(
                equalToJson(
                    """
                    {"location": "westus", "tags": {"interlock-drill": "1"},
                     "properties": {"createMode": "PointInTimeRestore",
                       "sourceServerResourceId": "%s",
                       "pointInTimeUTC": "2021-06-27T00:04:59.407800Z"}}
                    """
                        .formatted(SOURCE))));
  }

  private com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder accepted() {
    return aResponse()
        .withStatus(202)
        .withHeader("Azure-AsyncOperation", azure.https() + OPERATION)
        .withHeader("Location", azure.https() + OPERATION);
  }

  @Test
  void a_restore_that_azure_gives_up_is_a_fault_with_its_reason() {
    WireMockServer server = azure.server();
    server.stubFor(put(urlPathEqualTo(NEW)).willReturn(accepted()));
    server.stubFor(
        get(urlPathEqualTo(OPERATION))
            .willReturn(
                json(
                    """
                    {"status": "Failed", "error":
                      {"code": "PointInTimeRestoreNotAllowed", "message": "too far back"}}
                    """)));

    assertThatThrownBy(() -> servers.restore(SOURCE, POINT, "interlock-drill-1", Map.of()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("too far back");
  }

  @Test
  void a_removal_waits_until_the_server_is_gone() {
    WireMockServer server = azure.server();
    server.stubFor(delete(urlPathEqualTo(NEW)).willReturn(accepted()));
    server.stubFor(get(urlPathEqualTo(OPERATION)).willReturn(json("{\"status\": \"Succeeded\"}")));

    servers.delete(NEW);

    server.verify(deleteRequestedFor(urlPathEqualTo(NEW)));
  }

  @Test
  void a_server_that_is_gone_already_needs_no_removal() {
    azure.server().stubFor(delete(urlPathEqualTo(NEW)).willReturn(aResponse().withStatus(204)));

    servers.delete(NEW);

    azure.server().verify(1, deleteRequestedFor(urlPathEqualTo(NEW)));
  }

  @Test
  void no_such_server_is_told() {
    azure
        .server()
        .stubFor(
            get(urlPathEqualTo(SOURCE))
                .willReturn(
                    json(Answers.error("ResourceNotFound", "was not found")).withStatus(404)));

    assertThatThrownBy(() -> servers.get(SOURCE))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("ResourceNotFound");
  }
}
