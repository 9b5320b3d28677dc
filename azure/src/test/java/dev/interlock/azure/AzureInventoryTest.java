package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.interlock.azure.AzureStandIn.RESOURCES;
import static dev.interlock.azure.AzureStandIn.asked;
import static dev.interlock.azure.AzureStandIn.askedFor;
import static dev.interlock.azure.AzureStandIn.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** What is read of Azure, asked of a server that speaks as Azure's documentation says. */
class AzureInventoryTest {

  private static final String SUBSCRIPTION = "cfbbd179-59d2-4052-aa06-9270a38aa9d6";

  private static final InventoryScope RESOURCES_ALONE =
      new InventoryScope(List.of(SUBSCRIPTION), List.of(), List.of("resources"));

  @TempDir private static Path folder;

  private AzureStandIn azure;
  private URI endpoint;
  private final List<Duration> pauses = new ArrayList<>();
  private final List<MappingNode> rows = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    azure = AzureStandIn.in(folder);
    endpoint = azure.https();
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  private long read(InventoryScope scope) throws Exception {
    HttpClient http =
        new JdkHttpClientBuilder(java.net.http.HttpClient.newBuilder().sslContext(azure.context()))
            .build();
    TokenCredential someone =
        _ ->
            Mono.just(
                new AccessToken(
                    "a-token-of-a-test", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
    var access = new AzureAccess(Cloud.PUBLIC, endpoint, CredentialKind.AUTO);
    return new AzureInventory(access, pauses::add, http, someone, Duration.ofMillis(1))
        .read(scope, rows::add);
  }

  private List<String> names() {
    return rows.stream().map(row -> String.valueOf(row.text("name"))).toList();
  }

  @Test
  void pagesFollowOneAnotherUntilNoTokenIsLeft() throws Exception {
    azure
        .server()
        .stubFor(
            asked("resources")
                .willReturn(
                    json(Answers.page(3, "token-1", Answers.disk("a"), Answers.disk("b")))));
    azure
        .server()
        .stubFor(askedFor("token-1").willReturn(json(Answers.page(3, null, Answers.disk("c")))));

    assertThat(read(RESOURCES_ALONE)).isEqualTo(3);

    assertThat(names()).containsExactly("a", "b", "c");
    azure
        .server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(RESOURCES))
                .withQueryParam("api-version", equalTo("2021-03-01"))
                .withHeader("Authorization", equalTo("Bearer a-token-of-a-test"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"subscriptions": ["%s"], "query": "resources | order by id asc",
                         "options": {"$top": 1000, "resultFormat": "objectArray"}}
                        """
                            .formatted(SUBSCRIPTION))));
    azure
        .server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(RESOURCES))
                .withRequestBody(
                    equalToJson(
                        """
                        {"subscriptions": ["%s"], "query": "resources | order by id asc",
                         "options": {"$top": 1000, "resultFormat": "objectArray",
                                     "$skipToken": "token-1"}}
                        """
                            .formatted(SUBSCRIPTION))));
  }

  /** The example that Microsoft publishes for a question about management groups. */
  @Test
  void whatIsBelowManagementGroupsIsRead() throws Exception {
    azure
        .server()
        .stubFor(
            asked("resources")
                .withRequestBody(matchingJsonPath("$.managementGroups[1]", equalTo("ProductionMG")))
                .willReturn(json(Answers.published("management-groups"))));

    read(
        new InventoryScope(
            List.of(),
            List.of("e927f598-c1d4-4f72-8541-95d83a6a4ac8", "ProductionMG"),
            List.of("resources")));

    assertThat(names()).containsExactly("myNetworkInterface", "myVnet", "myPublicIp");
    assertThat(value(rows.getFirst(), "tags", "tag1")).isEqualTo("Value1");
  }

  /** The published pages are 6 of 386 rows: what is read of them is not all there is. */
  @Test
  void publishedPagesThatEndTooSoonAreAFault() throws Exception {
    String first = "eyAibm8iOiAibHVjayIsICJidXQiOiAibmljZSIsICJ0cnkiOiAiISIgfQ==";
    String second = "eyAibm8yIjogImx1Y2syIiwgImJ1dDIiOiAibmljZTIiLCAidHJ5MiI6ICIhIiB9";
    String last = Answers.page(386, null);
    azure.server().stubFor(asked("resources").willReturn(json(Answers.published("first-page"))));
    azure.server().stubFor(askedFor(first).willReturn(json(Answers.published("next-page"))));
    azure.server().stubFor(askedFor(second).willReturn(json(last)));

    assertThatThrownBy(() -> read(RESOURCES_ALONE))
        .hasMessageContaining("counts 386 rows and gave 6");
    assertThat(names()).containsSubsequence("TestAA", "TestRB", "AATest", "RBTest");
  }

  @Test
  void whatAResourceDoesNotHaveIsLeftOutAndNumbersStayExact() throws Exception {
    azure.server().stubFor(asked("resources").willReturn(json(Answers.whole(Answers.disk("a")))));

    read(RESOURCES_ALONE);

    MappingNode disk = rows.getFirst();
    assertThat(disk.entries().stream().map(MappingNode.Entry::key))
        .containsExactly(
            "id",
            "name",
            "type",
            "tenantId",
            "location",
            "resourceGroup",
            "subscriptionId",
            "sku",
            "properties",
            "tags");
    assertThat(value(disk, "properties", "bytes")).isEqualTo(136_367_308_800L);
    assertThat(value(disk, "properties", "burst")).isEqualTo(new BigDecimal("1.5"));
    assertThat(value(disk, "properties", "note")).isEqualTo("");
    assertThat(value(disk, "properties", "encryption")).isNull();
  }

  private static @Nullable Object value(MappingNode row, String column, String key) {
    assertThat(row.get(column)).isInstanceOf(MappingNode.class);
    Node value = ((MappingNode) requireNonNull(row.get(column))).get(key);
    assertThat(value).isInstanceOf(ScalarNode.class);
    return ((ScalarNode) requireNonNull(value)).value();
  }

  @Test
  void everyTableIsAskedFor() throws Exception {
    azure.server().stubFor(asked("resources").willReturn(json(Answers.whole(Answers.disk("a")))));
    azure
        .server()
        .stubFor(
            asked("resourcecontainers").willReturn(json(Answers.whole(Answers.disk("group")))));

    read(new InventoryScope(List.of(), List.of("erp"), InventoryScope.USUAL_TABLES));

    assertThat(names()).containsExactly("a", "group");
    azure
        .server()
        .verify(
            2,
            postRequestedFor(urlPathEqualTo(RESOURCES))
                .withRequestBody(matchingJsonPath("$.managementGroups[0]", equalTo("erp"))));
  }

  @Test
  void manySubscriptionsAreAskedForInGroups() throws Exception {
    azure.server().stubFor(asked("resources").willReturn(json(Answers.whole(Answers.disk("a")))));
    List<String> many =
        IntStream.range(0, 700).mapToObj("00000000-0000-0000-0000-%012d"::formatted).toList();

    assertThat(read(new InventoryScope(many, List.of(), List.of("resources")))).isEqualTo(3);

    azure.server().verify(3, postRequestedFor(urlPathEqualTo(RESOURCES)));
  }

  @Test
  void throttledQuestionsAreAskedAgainWhenAzureSays() throws Exception {
    azure
        .server()
        .stubFor(
            asked("resources")
                .inScenario("throttled")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(
                    json(Answers.error("RateLimiting", "Please provide below info when asking"))
                        .withStatus(429)
                        .withHeader("Retry-After", "1"))
                .willSetStateTo("again"));
    azure
        .server()
        .stubFor(
            asked("resources")
                .inScenario("throttled")
                .whenScenarioStateIs("again")
                .willReturn(json(Answers.whole(Answers.disk("a")))));

    assertThat(read(RESOURCES_ALONE)).isEqualTo(1);

    List<LoggedRequest> asked = azure.server().findAll(postRequestedFor(urlPathEqualTo(RESOURCES)));
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).getLoggedDate().toInstant())
        .isAfterOrEqualTo(asked.get(0).getLoggedDate().toInstant().plusSeconds(1));
  }

  @Test
  void aQuotaThatIsUsedUpIsWaitedFor() throws Exception {
    azure
        .server()
        .stubFor(
            asked("resources")
                .willReturn(
                    json(Answers.page(2, "token-1", Answers.disk("a")))
                        .withHeader("x-ms-user-quota-remaining", "0")
                        .withHeader("x-ms-user-quota-resets-after", "00:00:03")));
    azure
        .server()
        .stubFor(
            askedFor("token-1")
                .willReturn(
                    json(Answers.page(2, null, Answers.disk("b")))
                        .withHeader("x-ms-user-quota-remaining", "14")
                        .withHeader("x-ms-user-quota-resets-after", "00:00:05")));

    assertThat(read(RESOURCES_ALONE)).isEqualTo(2);

    assertThat(pauses).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void throttlingWithoutATimeIsWaitedForUntilTheQuotaComesBack() throws Exception {
    azure
        .server()
        .stubFor(
            asked("resources")
                .inScenario("throttled")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(
                    json(Answers.error("RateLimiting", "later"))
                        .withStatus(429)
                        .withHeader("x-ms-user-quota-resets-after", "00:00:04"))
                .willSetStateTo("again"));
    azure
        .server()
        .stubFor(
            asked("resources")
                .inScenario("throttled")
                .whenScenarioStateIs("again")
                .willReturn(json(Answers.whole())));

    assertThat(read(RESOURCES_ALONE)).isZero();

    assertThat(pauses).containsExactly(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @CsvSource({
    "401, ExpiredAuthenticationToken, AZR001",
    "403, AuthorizationFailed, AZR002",
    "400, InvalidQuery, AZR002",
    "404, NotFound, AZR002",
    "429, RateLimiting, AZR004",
    "500, InternalServerError, AZR006"
  })
  void whatAzureAnswersIsSaid(int status, String code, String ours) {
    azure
        .server()
        .stubFor(
            post(urlPathEqualTo(RESOURCES))
                .willReturn(json(Answers.error(code, "said by Azure")).withStatus(status)));

    assertThatThrownBy(() -> read(RESOURCES_ALONE))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(ours))
        .message()
        .doesNotContain("a-token-of-a-test")
        .contains(status == 429 ? "asked to wait" : "said by Azure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"totalRecords\": 2, \"count\": 1, \"data\": [{\"id\": \"a\"}],"
            + " \"resultTruncated\": \"false\"}|counts 2 rows and gave 1",
        "{\"totalRecords\": 1, \"count\": 1, \"data\": [{\"id\": \"a\"}],"
            + " \"resultTruncated\": \"true\"}|cut its answer",
        "{\"totalRecords\": 1, \"count\": 1, \"data\": {\"columns\": [], \"rows\": []},"
            + " \"resultTruncated\": \"false\"}|no list of objects",
        "{\"totalRecords\": 1, \"count\": 1, \"data\": [\"a\"],"
            + " \"resultTruncated\": \"false\"}|a row that is no object"
      })
  void anAnswerThatIsNotAllThereIsIsAFault(String answer, String said) {
    azure.server().stubFor(asked("resources").willReturn(json(answer)));

    assertThatThrownBy(() -> read(RESOURCES_ALONE))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("AZR005"))
        .hasMessageContaining(said);
  }

  @Test
  void moreSubscriptionsThanOneAnswerCoversIsAFault() {
    azure
        .server()
        .stubFor(
            asked("resources")
                .willReturn(
                    json(Answers.whole(Answers.disk("a")))
                        .withHeader("x-ms-tenant-subscription-limit-hit", "true")));

    assertThatThrownBy(() -> read(RESOURCES_ALONE)).hasMessageContaining("more subscriptions");
  }

  @Test
  void theSamePageTwiceIsAFaultAndNoLoop() {
    azure
        .server()
        .stubFor(
            asked("resources").willReturn(json(Answers.page(9, "token-1", Answers.disk("a")))));
    azure
        .server()
        .stubFor(
            askedFor("token-1").willReturn(json(Answers.page(9, "token-1", Answers.disk("b")))));

    assertThatThrownBy(() -> read(RESOURCES_ALONE)).hasMessageContaining("same page twice");
  }

  @ParameterizedTest
  @CsvSource({"<html>a proxy</html>, AZR006", "{\"totalRecords\": , AZR006"})
  void whatIsNoAnswerOfAzureIsAFault(String answer, String ours) {
    azure.server().stubFor(asked("resources").willReturn(json(answer)));

    assertThatThrownBy(() -> read(RESOURCES_ALONE))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(ours));
  }

  @Test
  void anAddressWhereNobodyAnswersIsSaid() {
    azure.close();

    assertThatThrownBy(() -> read(RESOURCES_ALONE))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("AZR003"))
        .hasMessageContaining("cannot reach Azure at localhost");
  }
}
