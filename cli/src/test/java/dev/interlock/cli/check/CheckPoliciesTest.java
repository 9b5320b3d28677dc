package dev.interlock.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliGolden;
import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Azure Policy as part of a check. */
class CheckPoliciesTest {

  private static final String FOLDER = "src/test/resources/policies";
  private static final String INVENTORY = FOLDER + "/inventory.json";
  private static final String ESTATE = FOLDER + "/estate";
  private static final String DEFINITIONS = ESTATE + "/policies/";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"text,txt", "json,json", "sarif,sarif", "junit,xml", "markdown,md"})
  void the_policies_of_an_estate_judge_an_inventory(String format, String ending) {
    CliRun run = CliRun.of("check", INVENTORY, "--estate", ESTATE, "--format", format);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    String shown =
        run.out().replaceAll("\"semanticVersion\": \"[^\"]*\"", "\"semanticVersion\": \"\"");
    CliGolden.verify("check/policies." + ending, shown);
  }

  @Test
  void definitions_that_nobody_assigned_hold_for_everything() throws IOException {
    CliRun run = check(INVENTORY, "vault-logs.json", "group-owner.json", "regions.json");

    assertThat(policies(run))
        .containsExactlyInAnyOrder("group-owner rg-erp fail", "vault-logs kv-silent fail");
    assertThat(run.err()).contains("\"regions\" is not evaluated: nothing gives it regions");
  }

  @Test
  void what_is_not_in_an_input_is_missing_only_where_the_input_is_complete() throws IOException {
    String vault =
        """
        {"id": "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
         "name": "kv", "type": "Microsoft.KeyVault/vaults", "location": "westeurope", "properties": {}}
        """;
    String alone = write("alone.json", vault);
    String list = write("list.json", "[" + vault + "]");

    assertThat(policies(check(alone, "vault-logs.json"))).containsExactly("vault-logs kv unknown");
    assertThat(policies(check(list, "vault-logs.json"))).containsExactly("vault-logs kv fail");
    assertThat(policies(CliRun.of(words(alone, List.of("vault-logs.json"), "--complete"))))
        .containsExactly("vault-logs kv fail");
  }

  @Test
  void what_may_not_be_deployed_breaks_nothing_and_proves_nothing() throws IOException {
    String template =
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "parameters": {"it": {"type": "bool"}},
         "resources": [
          {"type": "Microsoft.KeyVault/vaults", "apiVersion": "2023-07-01", "name": "kv",
           "location": "westeurope", "properties": {}, "condition": "[parameters('%s')]"},
          {"type": "Microsoft.KeyVault/vaults/providers/diagnosticSettings",
           "apiVersion": "2021-05-01-preview", "name": "kv/Microsoft.Insights/logs",
           "condition": "[parameters('%s')]", "properties": {}}]}
        """;
    String both = write("both.json", template.formatted("it", "it"));
    String log =
        write("log.json", template.replace("\"[parameters('%s')]\"},", "true},").formatted("it"));

    assertThat(policies(complete(both))).containsExactly("vault-logs kv unknown");
    CliRun run = complete(log);
    assertThat(policies(run)).containsExactly("vault-logs kv unknown");
    assertThat(run.out()).contains("is deployed is not known: the parameter 'it' has no value");
  }

  @Test
  void what_may_not_be_deployed_is_broken_only_if_it_is() throws IOException {
    String inner =
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "resources": [
          {"type": "Microsoft.KeyVault/vaults", "apiVersion": "2023-07-01", "name": "kv",
           "location": "westeurope", "properties": {}}]}
        """;
    String main =
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "parameters": {"it": {"type": "bool"}}, "resources": [
          {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "d",
           "condition": "[parameters('it')]", "properties": {"mode": "Incremental", "template": %s}}]}
        """
            .formatted(inner);
    CliRun run = complete(write("main.json", main));

    assertThat(policies(run)).containsExactly("vault-logs kv unknown");
    assertThat(run.out())
        .contains("whether this is deployed is not known")
        .contains("; if it is: ");
    assertThat(policies(complete(write("main.json", inner)))).containsExactly("vault-logs kv fail");
  }

  @Test
  void what_expand_prints_can_be_checked_and_stays_unknown() throws IOException {
    String template =
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "parameters": {"it": {"type": "bool"}}, "resources": [
          {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "sterp",
           "location": "westeurope", "sku": {"name": "Standard_ZRS"}, "kind": "StorageV2",
           "properties": {"minimumTlsVersion": "TLS1_2",
            "supportsHttpsTrafficOnly": "[parameters('it')]"}}]}
        """;
    CliRun expanded = CliRun.of("expand", write("main.json", template));
    CliRun run = check(write("expanded.json", expanded.out()), "storage-https.json");
    assertThat(policies(run)).isNotEmpty().allMatch(one -> one.endsWith(" unknown"));
  }

  private CliRun complete(String input) throws IOException {
    return CliRun.of(words(input, List.of("vault-logs.json"), "--complete"));
  }

  @Test
  void a_folder_that_holds_no_policy_passes_nothing() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CliRun run = CliRun.of("check", INVENTORY, "--policies", empty.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[POL002]");
  }

  @Test
  void an_assignment_that_only_tells_fails_nothing() throws IOException {
    String estate = write("estate.yaml", Files.readString(Path.of(ESTATE, "estate.yaml")));
    Files.writeString(
        Path.of(estate), Files.readString(Path.of(estate)).replace("policies: [policies/]", ""));
    List<String> files = List.of("vault-logs.json", "assign-logs.json");

    CliRun run =
        CliRun.of(words(INVENTORY, files, "--estate", folder.toString(), "--fail-on", "low"));

    assertThat(policies(run)).containsExactly("vault-logs kv-silent fail");
    assertThat(run.out()).contains("\"enforced\": false");
    assertThat(run.exit()).isZero();
  }

  @Test
  void what_was_not_given_is_unknown_and_told_once() throws IOException {
    CliRun run = CliRun.of("check", INVENTORY, "--estate", ESTATE, "--format", "json");

    assertThat(policies(run).stream().filter(one -> one.contains("not-given")))
        .containsExactly("policy-definition-not-given catalogue unknown");
    assertThat(run.out()).contains("interlock policy import");
  }

  @Test
  void without_an_estate_nobody_knows_what_a_management_group_holds() throws IOException {
    CliRun run = check(INVENTORY, "vault-logs.json", "assign-logs.json");

    assertThat(policies(run)).containsExactly("policy-assignment-reach logs unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "platform mg-erp tenant, vault-logs kv fail",
    "mg-erp platform tenant, vault-logs kv fail",
    "sandbox tenant, ''"
  })
  void an_inventory_tells_which_management_groups_its_subscriptions_are_in(
      String chain, String found) throws IOException {
    String groups =
        Arrays.stream(chain.split(" "))
            .map(name -> "{\"name\": \"%s\", \"displayName\": \"\"}".formatted(name))
            .collect(Collectors.joining(", "));
    String id = "/subscriptions/00000000-0000-0000-0000-000000000001";
    String inventory =
        write(
            "now.json",
            """
            {"data": [
              {"id": "%1$s", "name": "ERP", "type": "microsoft.resources/subscriptions",
               "properties": {"state": "Enabled", "managementGroupAncestorsChain": [%2$s]}},
              {"id": "%1$s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
               "name": "kv", "type": "Microsoft.KeyVault/vaults", "properties": {}}]}
            """
                .formatted(id, groups));

    assertThat(policies(check(inventory, "vault-logs.json", "assign-logs.json")))
        .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
  }

  @Test
  void a_column_that_a_row_leaves_empty_is_absent() throws IOException {
    String definition =
        write(
            "kind.json",
            """
            {"name": "kind-is-said", "properties": {"mode": "All", "policyRule": {
              "if": {"field": "kind", "exists": false}, "then": {"effect": "audit"}}}}
            """);
    String rows =
        write(
            "rows.json",
            """
            {"data": [
              {"id": "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a",
               "name": "a", "type": "microsoft.storage/storageaccounts", "kind": ""},
              {"id": "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/b",
               "name": "b", "type": "microsoft.storage/storageaccounts", "kind": "StorageV2"}]}
            """);

    CliRun run = CliRun.of("check", rows, "--policies", definition, "--format", "json");

    assertThat(policies(run)).containsExactly("kind-is-said a fail");
  }

  @Test
  void the_policies_of_the_sample_judge_its_inventories() {
    Path samples = Checkout.samples();
    CliRun run =
        CliRun.of(
            "check",
            samples.resolve("azure").toString(),
            "--policies",
            samples.resolve("policies").toString(),
            "--estate",
            samples.resolve("estate").toString(),
            "--environment",
            "core-production");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "WAIVED HIGH  corvane-storage-https/storageHttps",
            "policy-exemption-expired",
            "corvane-vault-logs");
  }

  private CliRun check(String input, String... definitions) throws IOException {
    return CliRun.of(words(input, List.of(definitions)));
  }

  private static String[] words(String input, List<String> definitions, String... more) {
    List<String> words = new ArrayList<>(List.of("check", input, "--format", "json"));
    definitions.forEach(name -> words.addAll(List.of("--policies", DEFINITIONS + name)));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** Control, resource and outcome of each finding that came from a policy. */
  private static List<String> policies(CliRun run) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).at("/findings")) {
      if (finding.has("policy")) {
        found.add(
            finding.at("/control").asString()
                + " "
                + finding.at("/resource/name").asString()
                + " "
                + finding.at("/outcome").asString());
      }
    }
    return found;
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }
}
