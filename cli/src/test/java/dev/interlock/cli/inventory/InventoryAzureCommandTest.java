package dev.interlock.cli.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the command refuses by itself. What it reads, the launcher's test shows with an Azure that
 * answers.
 */
class InventoryAzureCommandTest {

  @TempDir private Path folder = Path.of("");

  private CliRun azure(String option, String value) {
    return CliRun.of("inventory", "azure", "--credential", "environment", option, value);
  }

  @ParameterizedTest
  @CsvSource({
    "--subscription, erp-production, az account list",
    "--management-group, /providers/Microsoft.Management/managementGroups/erp, give its name",
    "--table, 'resources | take 1', such as resources",
    "--endpoint, http://localhost:1, tokens go over TLS",
    "--credential, password, workload-identity",
    "--cloud, mars, us-government"
  })
  void what_cannot_be_asked_is_told_with_a_hint(String option, String value, String hint) {
    CliRun run = azure(option, value);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(option, hint);
    assertThat(run.out()).doesNotContain("\"count\"");
  }

  @Test
  void nobody_who_can_sign_in_leaves_no_file() {
    Path file = folder.resolve("now.json");

    CliRun run = azure("--output", file.toString());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("cannot sign in to Azure", "AZURE_CLIENT_ID", "AZR001");
    assertThat(folder).isEmptyDirectory();
  }
}
