package dev.interlock.cli.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExpandCommandTest {

  private static final String PLATFORM =
      Checkout.samples().resolve("templates/erp-platform.json").toString();
  private static final String PARAMETERS =
      Checkout.samples().resolve("templates/erp-platform.parameters.json").toString();

  @TempDir private Path folder = Path.of("");

  private static CliRun expand(String... more) {
    List<String> words = new ArrayList<>(List.of("expand"));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  private static JsonNode json(CliRun run) {
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void a_template_becomes_the_resources_that_it_would_deploy() {
    CliRun run =
        expand(
            PLATFORM,
            "--parameters",
            PARAMETERS,
            "--subscription",
            "3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002",
            "--resource-group",
            "erp",
            "--location",
            "westeurope");

    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode resources = json(run);
    List<String> types = new ArrayList<>();
    resources.forEach(resource -> types.add(resource.path("type").asString()));
    assertThat(types)
        .containsExactly(
            "Microsoft.KeyVault/vaults",
            "Microsoft.DBforPostgreSQL/flexibleServers",
            "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
            "Microsoft.Storage/storageAccounts",
            "Microsoft.Storage/storageAccounts/fileServices/shares",
            "Microsoft.Storage/storageAccounts/fileServices/shares",
            "Microsoft.Authorization/locks");
    JsonNode lock = resources.get(6);
    assertThat(lock.path("id").asString())
        .isEqualTo(
            "/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/erp/providers"
                + "/Microsoft.Storage/storageAccounts/stcorvaneproduction"
                + "/providers/Microsoft.Authorization/locks/keep-files");
    assertThat(resources.get(1).at("/properties/backup/backupRetentionDays").asInt()).isEqualTo(35);
    assertThat(resources.get(1).at("/properties/administratorLoginPassword/$unknown").asString())
        .contains("key vault");
  }

  @Test
  void a_setting_decides_and_its_type_is_that_of_the_parameter() {
    CliRun run =
        expand(
            PLATFORM,
            "--set",
            "tier=test",
            "--set",
            "databaseAdministratorPassword=hunter2",
            "--set",
            "shares=[{\"name\": \"edi\", \"gigabytes\": 100}]",
            "--outputs");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(json(run).at("/shareNames/0").asString()).isEqualTo("edi");
    assertThat(json(run).path("filestore").asString()).endsWith("/stcorvanetest");
    assertThat(run.out() + run.err()).doesNotContain("hunter2");
  }

  @Test
  void a_value_that_is_not_allowed_is_told_and_the_rest_is_printed() {
    CliRun run = expand(PLATFORM, "--set", "tier=prod");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--set tier", "must be one of", "production", "[ARM005]");
    assertThat(json(run).size()).isPositive();
  }

  @Test
  void one_expression_is_evaluated_with_what_the_template_has() {
    CliRun run =
        expand(PLATFORM, "--set", "tier=test", "--expression", "[variables('isProduction')]");
    assertThat(run.out()).isEqualTo("false\n");

    CliRun wrong = expand(PLATFORM, "--expression", "[variables('isProductoin')]");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("--expression:1:2", "did you mean 'isProduction'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|this is no template",
        "[]|an object, not a list",
        "{\"$schema\": \"https://x/deploymentParameters.json#\", \"parameters\": {}}|with --parameters",
        "{\"format_version\": \"1.2\", \"resource_changes\": []}|interlock check"
      })
  void what_is_no_template_is_told_and_not_expanded_to_nothing(String text, String told)
      throws IOException {
    Path file = Files.writeString(folder.resolve("file.json"), text);
    CliRun run = expand(file.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(told, "[ARM019]");
  }

  @Test
  void bicep_must_be_compiled_and_a_template_holds_no_values() throws IOException {
    Path bicep = Files.writeString(folder.resolve("main.bicep"), "resource a 'x@1' = {\n  b: 1\n}");
    CliRun run = expand(bicep.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[FAC018]", "bicep build").doesNotContain("DOC0");

    CliRun swapped = expand(PLATFORM, "--parameters", PLATFORM);
    assertThat(swapped.err()).contains("this is no file of parameters", "[ARM012]");
  }

  @Test
  void a_setting_needs_its_value() {
    assertThat(expand(PLATFORM, "--set", "tier").err()).contains("--set", "NAME=VALUE");
    assertThat(expand(PLATFORM, "--set", "tier=").err()).contains("must be one of");
  }

  @Test
  void a_symbolic_link_that_leads_out_of_the_folder_is_not_followed() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Path vault = folder.resolve("vault.json");
    Files.writeString(
        vault,
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1", "resources": [
          {"type": "Microsoft.KeyVault/vaults", "apiVersion": "1", "name": "outside"}]}
        """);
    Files.createSymbolicLink(templates.resolve("vault.json"), vault);
    Path main = templates.resolve("main.json");
    Files.writeString(
        main,
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1", "resources": [
          {"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "d",
           "properties": {"templateLink": {"relativePath": "vault.json"}}}]}
        """);

    CliRun run = expand(main.toString());
    assertThat(run.out()).doesNotContain("outside");
    assertThat(run.err()).contains("the template of this deployment is not here");
  }

  @Test
  void a_linked_template_is_read_from_below_the_folder_and_not_from_above() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates/inner"));
    String vault =
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1", "resources": [
          {"type": "Microsoft.KeyVault/vaults", "apiVersion": "1", "name": "%s"}]}
        """;
    Files.writeString(templates.resolve("vault.json"), vault.formatted("below"));
    Files.writeString(folder.resolve("vault.json"), vault.formatted("above"));
    String main =
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1", "resources": [
          {"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "d",
           "properties": {"templateLink": {"relativePath": "%s"}}}]}
        """;
    Path own = folder.resolve("templates/main.json");
    Files.writeString(own, main.formatted("inner/vault.json"));
    assertThat(json(expand(own.toString())).at("/0/name").asString()).isEqualTo("below");

    Files.writeString(own, main.formatted("../vault.json"));
    CliRun above = expand(own.toString());
    assertThat(above.err()).contains("../vault.json", "[ARM008]");
    assertThat(json(above).at("/0/properties/$unknown").asString()).isNotEmpty();
  }
}
