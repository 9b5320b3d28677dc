package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.interlock.azure.AzureStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.interlock.azure.StorageRules.Lifecycle;
import dev.interlock.azure.StorageRules.Lock;
import dev.interlock.finding.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in the shape of the examples that Microsoft publishes, version 2023-05-01. */
class StorageAccountsTest {

  private static final String ACCOUNT =
      "/subscriptions/ffffffff-ffff-ffff-ffff-ffffffffffff/resourceGroups/backups/providers"
          + "/Microsoft.Storage/storageAccounts/stbackups";
  private static final String POLICY = ACCOUNT + "/managementPolicies/default";
  private static final String SERVICE = ACCOUNT + "/blobServices/default";
  private static final String CONTAINER = SERVICE + "/containers/erp";
  private static final String TASKS = ACCOUNT + "/storageTaskAssignments";
  private static final String CHANGED = "they were last changed";

  @TempDir private static Path folder;
  private static AzureStandIn azure;

  private StorageAccounts accounts;

  /** Once for all tests: its certificate takes a second. */
  @BeforeAll
  static void start() throws Exception {
    azure = AzureStandIn.in(folder);
  }

  @BeforeEach
  void forget() throws Exception {
    azure.server().resetAll();
    accounts =
        new StorageAccounts(
            new AzureAccess(Cloud.PUBLIC, azure.https(), CredentialKind.AUTO),
            azure.client(),
            AzureStandIn.credential(),
            Duration.ofMillis(1));
    answers(POLICY, json(published("ManagementPolicy")));
    answers(CONTAINER, json(published("Container")));
    answers(SERVICE, json(published("BlobService")));
    answers(TASKS, json("{\"value\": []}"));
  }

  @AfterAll
  static void stop() {
    azure.close();
  }

  private void answers(String resource, ResponseDefinitionBuilder answer) {
    azure
        .server()
        .stubFor(
            get(urlPathEqualTo(resource))
                .withQueryParam("api-version", equalTo("2023-05-01"))
                .withHeader("Authorization", equalTo("Bearer token"))
                .willReturn(answer));
  }

  private static String published(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/storage", name + ".json"));
  }

  private static Lifecycle told(boolean archives, int days) {
    return new Lifecycle(
        "olcmtest", List.of("olcmtestcontainer"), archives, Duration.ofDays(days), CHANGED);
  }

  @Test
  void rules_locks_and_what_is_left_of_removed_blobs_are_told() {
    assertThat(accounts.rules(ACCOUNT, "erp"))
        .isEqualTo(
            new StorageRules(
                List.of(told(false, 1000), told(true, 90)),
                List.of(),
                new Lock(Duration.ofDays(100), true),
                true,
                Duration.ofDays(300),
                true));
  }

  @Test
  void rules_that_are_off_or_for_other_blobs_are_left_out() throws IOException {
    String policy = published("ManagementPolicy");
    answers(POLICY, json(policy.replace("\"enabled\": true", "\"enabled\": false")));
    assertThat(accounts.rules(ACCOUNT, "erp").lifecycle()).isEmpty();
    answers(POLICY, json(policy.replace("blockBlob", "appendBlob")));
    assertThat(accounts.rules(ACCOUNT, "erp").lifecycle()).isEmpty();
    String tagged =
        "\"blobIndexMatch\": [{\"name\": \"keep\", \"op\": \"==\", \"value\": \"no\"}], \"blobTypes\"";
    answers(POLICY, json(policy.replace("\"blobTypes\"", tagged)));
    assertThat(accounts.rules(ACCOUNT, "erp").lifecycle()).isEmpty();
  }

  @Test
  void other_ages_are_read_too() throws IOException {
    answers(
        POLICY,
        json(
            published("ManagementPolicy")
                .replace(
                    "\"delete\": {\"daysAfterModificationGreaterThan\": 1000}",
                    "\"delete\": {\"daysAfterLastAccessTimeGreaterThan\": 30.0}")
                .replace("\"prefixMatch\": [\"olcmtestcontainer\"]", "\"prefixMatch\": []")));
    assertThat(accounts.rules(ACCOUNT, "erp").lifecycle())
        .contains(
            new Lifecycle(
                "olcmtest", List.of(), false, Duration.ofDays(30), "they were last read"));
  }

  private StorageRules withDelete(String condition) throws IOException {
    String delete = "\"delete\": {\"daysAfterModificationGreaterThan\": 1000}";
    String policy = published("ManagementPolicy");
    assertThat(policy).contains(delete);
    answers(POLICY, json(policy.replace(delete, condition)));
    return accounts.rules(ACCOUNT, "erp");
  }

  /** Microsoft itself writes both blockBlob and blockblob. */
  @Test
  void types_of_blobs_are_known_in_any_case() throws IOException {
    answers(POLICY, json(published("ManagementPolicy").replace("blockBlob", "blockblob")));
    assertThat(accounts.rules(ACCOUNT, "erp").lifecycle()).hasSize(2);
  }

  @Test
  void what_nobody_here_understands_of_a_rule_is_named() throws IOException {
    for (String odd :
        List.of(
            "\"delete\": {\"daysAfterSomethingNewGreaterThan\": 1}",
            "\"delete\": {\"daysAfterModificationGreaterThan\": \"soon\"}",
            "\"delete\": {}",
            "\"delete\": {\"daysAfterLastTierChangeGreaterThan\": 7}",
            "\"tierToTape\": {\"daysAfterModificationGreaterThan\": 7}")) {
      StorageRules rules = withDelete(odd);
      assertThat(rules.unclear()).as(odd).containsExactly("the rule \"olcmtest\"");
      assertThat(rules.lifecycle()).as(odd).containsExactly(told(true, 90));
    }
  }

  private List<String> withTask(String enabled, String prefix) {
    answers(
        TASKS,
        json(
            """
            {"value": [{"name": "tidy", "properties": {"enabled": %s, "taskId": "/tasks/tidy",
              "executionContext": {"target": {"prefix": [%s], "excludePrefix": []}}}}]}
            """
                .formatted(enabled, prefix)));
    return accounts.rules(ACCOUNT, "erp").unclear();
  }

  @Test
  void storage_tasks_at_work_are_named_for_nobody_tells_what_they_do() {
    assertThat(withTask("true", "")).containsExactly("the storage task \"tidy\"");
    assertThat(withTask("true", "\"erp/backups\"")).hasSize(1);
    assertThat(withTask("false", "")).isEmpty();
    assertThat(withTask("true", "\"logs/\"")).isEmpty();
    answers(TASKS, json("{\"value\": [], \"nextLink\": \"https://more\"}"));
    assertThat(accounts.rules(ACCOUNT, "erp").unclear()).hasSize(1);
    answers(TASKS, json(Answers.error("AuthorizationFailed", "no")).withStatus(403));
    assertThat(accounts.rules(ACCOUNT, "erp").unclear())
        .containsExactly("storage tasks, for which Azure answers 403,");
    answers(TASKS, json(Answers.error("NotFound", "no such thing")).withStatus(404));
    assertThat(accounts.rules(ACCOUNT, "erp").unclear()).isEmpty();
  }

  @Test
  void moves_to_what_is_read_at_once_are_left_out() throws IOException {
    StorageRules rules =
        withDelete(
            "\"tierToCold\": {\"daysAfterCreationGreaterThan\": 1},"
                + " \"tierToHot\": {\"daysAfterCreationGreaterThan\": 1},"
                + " \"enableAutoTierToHotFromCool\": true");
    assertThat(rules.unclear()).isEmpty();
    assertThat(rules.lifecycle()).containsExactly(told(true, 90));
  }

  @Test
  void an_answer_that_is_none_is_a_fault_and_no_empty_one() throws Exception {
    for (String resource : List.of(POLICY, CONTAINER, SERVICE, TASKS)) {
      forget();
      for (String answer : List.of("<html><body>Please sign in</body></html>", "{}", "")) {
        answers(resource, json(answer));
        assertThatThrownBy(() -> accounts.rules(ACCOUNT, "erp"))
            .as(resource + answer)
            .isInstanceOf(Fault.class)
            .hasMessageContaining("not as it should");
      }
    }
  }

  @Test
  void an_account_without_a_policy_has_no_rules() {
    answers(
        POLICY,
        json(Answers.error("ManagementPolicyNotFound", "No ManagementPolicy found"))
            .withStatus(404));
    assertThat(accounts.rules(ACCOUNT, "erp").lifecycle()).isEmpty();
  }

  @Test
  void an_account_that_is_not_there_and_one_that_may_not_be_asked_are_told() {
    answers(POLICY, json(Answers.error("ResourceNotFound", "was not found")).withStatus(404));
    assertThatThrownBy(() -> accounts.rules(ACCOUNT, "erp"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("ResourceNotFound");
    answers(POLICY, json(Answers.error("AuthorizationFailed", "does not have it")).withStatus(403));
    assertThatThrownBy(() -> accounts.rules(ACCOUNT, "erp"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("AuthorizationFailed")
        .hasMessageContaining("the role Reader");
  }

  @Test
  void a_busy_azure_is_asked_again() {
    azure
        .server()
        .stubFor(
            get(urlPathEqualTo(SERVICE))
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(json("{}").withStatus(429))
                .willSetStateTo("free"));
    assertThat(accounts.rules(ACCOUNT, "erp").versions()).isTrue();
    azure.server().verify(2, getRequestedFor(urlPathEqualTo(SERVICE)));
  }

  @Test
  void ids_of_accounts_are_known() {
    assertThat(StorageAccounts.name(ACCOUNT)).contains("stbackups");
    assertThat(StorageAccounts.name("stbackups/erp")).isEmpty();
    assertThat(StorageAccounts.name(ACCOUNT + "/../x?y")).isEmpty();
  }
}
