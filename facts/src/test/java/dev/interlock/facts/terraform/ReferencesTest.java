package dev.interlock.facts.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A container's account is known only after apply; the configuration tells which it is. */
class ReferencesTest {

  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/";
  private static final String CONTAINERS =
      "Microsoft.Storage/storageAccounts/blobServices/containers";

  private static String change(String module, String type, String index, String after) {
    String address = module + type + ".x" + (index.isEmpty() ? "" : "[\"" + index + "\"]");
    return """
    {"address": "%s", "mode": "managed", "type": "%s", "name": "x", %s "change": {
     "actions": ["create"], "before": null, "after": {%s},
     "after_unknown": {"storage_account_id": true}}}
    """
        .formatted(
            address.replace("\"", "\\\""),
            type,
            index.isEmpty() ? "" : "\"index\": \"" + index + "\",",
            after);
  }

  private static String account(String module, String index, String name) {
    String after = "\"name\": \"%s\", \"resource_group_name\": \"rg\"".formatted(name);
    return change(module, "azurerm_storage_account", index, after)
        .replace("\"storage_account_id\": true", "\"primary_access_key\": true");
  }

  private static String container(String module, String index) {
    return change(module, "azurerm_storage_container", index, "\"name\": \"c\"");
  }

  private static String written(String references) {
    return """
    {"address": "azurerm_storage_container.x",
     "expressions": {"storage_account_id": {"references": [%s]}}}
    """
        .formatted(references);
  }

  private static String id(String root, String... changes) {
    Plans plan =
        Plans.of(
            """
            {"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [%s],
             "configuration": {"root_module": %s}}
            """
                .formatted(String.join(",", changes), root));
    assertThat(plan.codes()).isEmpty();
    return plan.resources().stream()
        .filter(resource -> resource.type().equals(CONTAINERS))
        .map(Resource::id)
        .findFirst()
        .orElse("none");
  }

  private static String in(String account) {
    return GROUP
        + "Microsoft.Storage/storageAccounts/"
        + account
        + "/blobServices/default/containers/c";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"azurerm_storage_account.x.id\", \"azurerm_storage_account.x\"             | | a",
        "\"azurerm_storage_account.x[\\\"k\\\"].id\", \"azurerm_storage_account.x\"  |k| a",
        "\"azurerm_storage_account.x\", \"each.key\"                                 |k| a",
      })
  void a_reference_to_one_resource_is_its_id(String references, String index, String account) {
    String own = index == null ? "" : index;
    String root = "{\"resources\": [" + written(references) + "]}";
    assertThat(
            id(
                root,
                account("", own, account),
                account("module.m.", own, "other"),
                container("", own)))
        .isEqualTo(in(account));
  }

  @Test
  void instances_are_told_apart_by_their_index_and_nothing_is_guessed() {
    String root =
        "{\"resources\": [" + written("\"azurerm_storage_account.x\", \"each.value\"") + "]}";
    String[] accounts = {account("", "a", "first"), account("", "b", "second")};
    assertThat(id(root, accounts[0], accounts[1], container("", "b"))).isEqualTo(in("second"));
    assertThat(id(root, accounts[0], accounts[1], container("", "c")))
        .isEqualTo(
            "{azurerm_storage_container.x[\"c\"].storage_account_id}"
                + "/blobServices/default/containers/c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"local.account\"",
        "\"data.azurerm_storage_account.x.id\"",
        "\"azurerm_storage_account.x.primary_blob_endpoint\"",
        "\"azurerm_storage_account.x.id\", \"azurerm_storage_account.y.id\"",
        "\"azurerm_storage_account.x.id\", \"local.other\"",
        "\"module.gone.id\"",
        "\"var.root\"",
        "\"azurerm_storage_container.x.id\"",
      })
  void what_may_be_another_stays_unknown(String references) {
    String root = "{\"resources\": [" + written(references) + "]}";
    assertThat(id(root, account("", "", "a"), container("", ""))).startsWith("{");
  }

  @Test
  void variables_and_outputs_of_modules_lead_on() {
    String root =
        """
        {"module_calls": {
          "accounts": {"module": {
            "outputs": {"id": {"expression": {"references": ["azurerm_storage_account.x.id"]}}}}},
          "containers": {
            "expressions": {"account": {"references": ["module.accounts.id", "module.accounts"]}},
            "module": {"resources": [%s]}}}}
        """
            .formatted(written("\"var.account\""));
    String account = account("module.accounts.", "", "a");
    assertThat(id(root, account, container("module.containers.", ""))).isEqualTo(in("a"));
  }

  @Test
  void circles_end() {
    String root =
        """
        {"module_calls": {"m": {
          "expressions": {"account": {"references": ["module.m.id"]}},
          "module": {"outputs": {"id": {"expression": {"references": ["var.account"]}}},
                     "resources": [%s]}}}}
        """
            .formatted(written("\"var.account\""));
    assertThat(id(root, container("module.m.", ""))).startsWith("{");
  }
}
