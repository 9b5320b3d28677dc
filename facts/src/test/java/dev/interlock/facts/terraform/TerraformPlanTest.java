package dev.interlock.facts.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.document.NodePath;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformPlanTest {

  private static final String GROUP = "azurerm_resource_group";
  private static final String CREATE =
      """
      {"actions": ["create"], "before": null, "after": {"name": "rg", "location": "westeurope",
       "tags": {"owner": null, "team": "erp"}}, "after_unknown": {"id": true, "tags": {"owner": true}}}
      """;

  private static List<String> actions(String actions) {
    String change =
        "{\"actions\": %s, \"before\": {\"name\": \"rg\"}, \"after\": {\"name\": \"rg\"}}"
            .formatted(actions);
    return Plans.change(GROUP, change).reading().aside().destroys();
  }

  @Test
  void a_value_known_after_apply_is_unknown_and_has_its_place() {
    Resource group = Plans.change(GROUP, CREATE).one("Microsoft.Resources/resourceGroups");
    assertThat(group.id())
        .isEqualTo("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg");
    assertThat(NodePath.parse("tags.owner").find(group.body()))
        .isEqualTo(new UnknownNode("known after apply", 3, 91));
    assertThat(group.source("tags.team").line()).isEqualTo(3);
    assertThat(group.listed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"after_unknown", "after_sensitive"})
  void a_resource_of_which_nothing_is_told_is_not_judged(String tree) {
    String change =
        "{\"actions\": [\"create\"], \"after\": {\"name\": \"rg\"}, \"%s\": true}".formatted(tree);
    Plans read = Plans.change(GROUP, change);
    assertThat(read.codes()).containsExactly("FAC016");
    assertThat(read.reading().resources()).isZero();
  }

  @Test
  void a_plan_that_names_no_subscription_goes_to_the_one_that_is_told(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(
        file,
        """
        {"format_version": "1.2", "resource_changes": [
          {"address": "%1$s.x", "mode": "managed", "type": "%1$s", "name": "x", "change": %2$s}]}
        """
            .formatted(GROUP, CREATE));
    List<String> ids = new ArrayList<>();
    FactReader.below(folder)
        .deployingTo(DeploymentTarget.UNNAMED.orTo("3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002"))
        .read(List.of("plan.json"), resource -> ids.add(resource.id()));
    assertThat(ids)
        .containsExactly("/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/rg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"create\"]", "[\"update\"]", "[\"no-op\"]", "[\"read\"]", "[]"})
  void what_stays_is_there_and_destroys_nothing(String actions) {
    assertThat(actions(actions)).isEmpty();
  }

  @Test
  void what_holds_data_and_is_deleted_or_replaced_is_told() {
    assertThat(actions("[\"delete\", \"create\"]"))
        .containsExactly("azurerm_resource_group.x, which is replaced by the plan (-:2:3)");
    assertThat(actions("[\"create\", \"delete\"]")).hasSize(1);
    assertThat(actions("[\"delete\"]"))
        .containsExactly("azurerm_resource_group.x, which is deleted by the plan (-:2:3)");
    assertThat(actions("[\"forget\"]")).isEmpty();
  }

  @Test
  void what_is_deleted_or_forgotten_is_no_resource() {
    String body = "{\"actions\": [\"%s\"], \"before\": {\"name\": \"rg\"}, \"after\": null}";
    assertThat(Plans.change(GROUP, body.formatted("delete")).resources()).isEmpty();
    Plans forgotten = Plans.change(GROUP, body.formatted("forget"));
    assertThat(forgotten.resources()).isEmpty();
    assertThat(forgotten.reading().aside().destroys()).isEmpty();
  }

  @Test
  void types_that_nobody_knows_are_a_warning_and_numbers_a_note() {
    String change = "{\"actions\": [\"create\"], \"after\": {\"name\": \"x\"}}";
    Plans strange = Plans.change("azurerm_no_such_thing", change);
    assertThat(strange.codes()).containsExactly("FAC017");
    assertThat(strange.reading().diagnostics().getFirst().message())
        .contains("azurerm_no_such_thing (1)");
    Plans random = Plans.change("random_string", change);
    assertThat(random.codes()).isEmpty();
    assertThat(random.reading().aside().notes())
        .containsExactly("Terraform: left out, not in Azure: random_string (1)");
  }

  @Test
  void sensitive_values_are_not_looked_at() {
    String change =
        """
        {"actions": ["create"], "after": {"name": "rg", "location": "secretplace", "tags": {"a": "b"}},
         "after_sensitive": {"location": true, "tags": true, "managed_by": true}}
        """;
    Plans plan = Plans.change(GROUP, change);
    assertThat(plan.json()).doesNotContain("secretplace");
    Resource group = plan.one("Microsoft.Resources/resourceGroups");
    assertThat(group.body().get("location")).isInstanceOf(UnknownNode.class);
    assertThat(group.body().get("tags")).isInstanceOf(UnknownNode.class);
    assertThat(group.body().get("managedBy")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "9", "x", "1.x"})
  void another_format_is_an_error(String format) {
    Plans plan =
        Plans.of(
            "{\"format_version\": \"%s\", \"terraform_version\": \"3\", \"resource_changes\": []}"
                .formatted(format));
    assertThat(plan.codes()).containsExactly("FAC015");
  }

  @Test
  void a_plan_without_resources_is_told() {
    assertThat(Plans.of("{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.0\"}").codes())
        .containsExactly("FAC012");
  }

  @Test
  void a_plan_that_ended_in_an_error_is_not_whole() {
    Plans plan =
        Plans.of(
            "{\"format_version\":\"1.2\",\"terraform_version\":\"1\",\"errored\":true,"
                + "\"resource_changes\":[]}");
    assertThat(plan.codes()).containsExactly("FAC016");
  }

  @Test
  void a_state_as_terraform_keeps_it_is_none() {
    Plans plan =
        Plans.of(
            "{\"version\":4,\"terraform_version\":\"1.9.0\",\"serial\":1,\"lineage\":\"a\","
                + "\"resources\":[]}");
    assertThat(plan.codes()).containsExactly("FAC015");
  }

  @Test
  void a_state_has_resources_in_all_modules_and_data_sources_are_none() {
    String resource =
        """
        {"address": "%s.azurerm_resource_group.x", "mode": "%s", "type": "azurerm_resource_group",
         "name": "x", "values": {"id": "/subscriptions/s/resourceGroups/%s", "name": "%s"}}
        """;
    Plans plan =
        Plans.of(
            """
            {"format_version": "1.0", "terraform_version": "1.9.0", "values": {"root_module": {
              "resources": [%s], "child_modules": [{"address": "module.a",
              "resources": [%s], "child_modules": [{"resources": [%s, 7]}]}]}}}
            """
                .formatted(
                    resource.formatted("x", "managed", "one", "one"),
                    resource.formatted("module.a", "data", "no", "no"),
                    resource.formatted("module.a.module.b", "managed", "two", "two")));
    assertThat(plan.resources()).extracting(Resource::name).containsExactly("one", "two");
    assertThat(plan.codes()).containsExactly("FAC016");
  }

  @Test
  void a_plan_in_a_directory_is_found_by_its_content(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tfplan.json"), plan(CREATE));
    Files.writeString(folder.resolve("main.tf"), "resource_changes");
    List<Resource> resources = new ArrayList<>();
    FactReader.below(folder).read(List.of("."), resources::add);
    assertThat(resources).extracting(Resource::file).containsExactly("./tfplan.json");
    assertThat(resources.getFirst().body().text("location")).isEqualTo("westeurope");
  }

  private static String plan(String change) {
    return """
    {"resource_changes": [{"type": "azurerm_resource_group", "name": "x", "change": %s}]}
    """
        .formatted(change);
  }

  @Test
  void a_resource_without_a_word_of_its_properties_has_none() {
    Resource registry =
        Plans.change(
                "azurerm_container_registry",
                "{\"actions\": [\"create\"], \"after\": {\"name\": \"r\"}}")
            .one("Microsoft.ContainerRegistry/registries");
    assertThat(registry.body().get("properties")).isInstanceOf(MappingNode.class);
  }

  @Test
  void blocks_that_only_the_unknown_values_tell_are_there() {
    Resource account =
        Plans.change(
                "azurerm_storage_account",
                """
                {"actions": ["create"], "after": {"name": "st"},
                 "after_unknown": {"customer_managed_key": [{"key_vault_key_id": true}]}}
                """)
            .one("Microsoft.Storage/storageAccounts");
    assertThat(NodePath.parse("properties.encryption.keySource").find(account.body()))
        .isInstanceOfSatisfying(
            ScalarNode.class, source -> assertThat(source.text()).isEqualTo("Microsoft.Keyvault"));
  }

  @Test
  void what_follows_from_a_required_attribute_holds_before_its_value_is_known() {
    Resource cluster =
        Plans.change(
                "azurerm_kubernetes_cluster",
                """
                {"actions": ["create"], "after": {"name": "k", "oms_agent": [{}]},
                 "after_unknown": {"oms_agent": [{"log_analytics_workspace_id": true}]}}
                """)
            .one("Microsoft.ContainerService/managedClusters");
    assertThat(NodePath.parse("properties.addonProfiles.omsagent.enabled").find(cluster.body()))
        .isInstanceOfSatisfying(
            ScalarNode.class, enabled -> assertThat(enabled.value()).isEqualTo(true));
  }

  @Test
  void a_shortened_plan_tells_by_its_configuration_what_a_part_belongs_to() {
    Resource account =
        Plans.of(
                """
                {"resource_changes": [
                  {"address": "azurerm_storage_account.a", "type": "azurerm_storage_account",
                   "name": "a", "change": {"actions": ["create"], "after": {"name": "st"}}},
                  {"address": "azurerm_storage_account_customer_managed_key.k", "name": "k",
                   "type": "azurerm_storage_account_customer_managed_key",
                   "change": {"actions": ["create"], "after": {}}}],
                 "configuration": {"root_module": {"resources": [
                  {"address": "azurerm_storage_account_customer_managed_key.k", "expressions":
                    {"storage_account_id": {"references": ["azurerm_storage_account.a.id",
                      "azurerm_storage_account.a"]}}}]}}}
                """)
            .one("Microsoft.Storage/storageAccounts");
    assertThat(NodePath.parse("properties.encryption.keySource").find(account.body())).isNotNull();
  }
}
