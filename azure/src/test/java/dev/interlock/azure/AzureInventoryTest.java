package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.interlock.azure.AskedAzure.ONE_SUBSCRIPTION;
import static dev.interlock.azure.AskedAzure.SUBSCRIPTION;
import static dev.interlock.azure.AzureStandIn.RESOURCES;
import static dev.interlock.azure.AzureStandIn.asked;
import static dev.interlock.azure.AzureStandIn.askedFor;
import static dev.interlock.azure.AzureStandIn.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of Azure, asked of a server that speaks as Azure's documentation says. */
class AzureInventoryTest {

  @TempDir private static Path folder;

  private AskedAzure azure;

  @BeforeEach
  void start() throws Exception {
    azure = new AskedAzure(folder);
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  @Test
  void pagesFollowOneAnotherUntilNoTokenIsLeft() throws Exception {
    azure.answers(
        asked("resources"), json(Answers.page(3, "token-1", Answers.disk("a"), Answers.disk("b"))));
    azure.answers(askedFor("token-1"), json(Answers.page(3, null, Answers.disk("c"))));

    assertThat(azure.read(ONE_SUBSCRIPTION)).isEqualTo(3);

    assertThat(azure.names()).containsExactly("a", "b", "c");
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
    azure.answers(
        asked("resources")
            .withRequestBody(matchingJsonPath("$.managementGroups[1]", equalTo("ProductionMG"))),
        json(Answers.published("management-groups")));

    azure.read(
        new InventoryScope(
            List.of(),
            List.of("e927f598-c1d4-4f72-8541-95d83a6a4ac8", "ProductionMG"),
            List.of("resources")));

    assertThat(azure.names()).containsExactly("myNetworkInterface", "myVnet", "myPublicIp");
    assertThat(value(azure.rows().getFirst(), "tags", "tag1")).isEqualTo("Value1");
  }

  @Test
  void whatAResourceDoesNotHaveIsLeftOutAndNumbersStayExact() throws Exception {
    azure.answers(asked("resources"), json(Answers.whole(Answers.disk("a"))));

    azure.read(ONE_SUBSCRIPTION);

    MappingNode disk = azure.rows().getFirst();
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

  @Test
  void everyTableIsAskedFor() throws Exception {
    azure.answers(asked("resources"), json(Answers.whole(Answers.disk("a"))));
    azure.answers(asked("resourcecontainers"), json(Answers.whole(Answers.disk("group"))));

    azure.read(new InventoryScope(List.of(), List.of("erp"), InventoryScope.USUAL_TABLES));

    assertThat(azure.names()).containsExactly("a", "group");
    azure
        .server()
        .verify(
            2,
            postRequestedFor(urlPathEqualTo(RESOURCES))
                .withRequestBody(matchingJsonPath("$.managementGroups[0]", equalTo("erp"))));
  }

  @Test
  void manySubscriptionsAreAskedForInGroups() throws Exception {
    azure.answers(asked("resources"), json(Answers.whole(Answers.disk("a"))));
    List<String> many =
        IntStream.range(0, 700).mapToObj("00000000-0000-0000-0000-%012d"::formatted).toList();

    assertThat(azure.read(new InventoryScope(many, List.of(), List.of("resources")))).isEqualTo(3);

    azure.server().verify(3, postRequestedFor(urlPathEqualTo(RESOURCES)));
  }

  private static @Nullable Object value(MappingNode row, String column, String key) {
    assertThat(row.get(column)).isInstanceOf(MappingNode.class);
    Node value = ((MappingNode) requireNonNull(row.get(column))).get(key);
    assertThat(value).isInstanceOf(ScalarNode.class);
    return ((ScalarNode) requireNonNull(value)).value();
  }
}
