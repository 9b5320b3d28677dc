package dev.interlock.cli.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.Main;
import dev.interlock.goldens.JavaProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From Azure to a finding: the program as it is started, and an Azure that answers. */
@Tag("slow")
class LiveInventoryTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void what_azure_lists_is_an_inventory_that_is_checked() throws Exception {
    Path now = folder.resolve("now.json");
    try (var azure = new AzureOnThisMachine(folder)) {
      String said = inventory(azure, now);

      assertThat(said).contains("written to").doesNotContain(AzureOnThisMachine.TOKEN);
      assertThat(azure.asked())
          .hasSize(2)
          .allMatch(question -> question.startsWith("Bearer " + AzureOnThisMachine.TOKEN));
    }

    JsonNode written = JsonMapper.shared().readTree(Files.readString(now));
    assertThat(written.path("count").asInt()).isEqualTo(2);
    assertThat(written.path("data").get(0).has("managedBy")).isFalse();
    CliRun check = CliRun.of("check", now.toString(), "--format", "json");
    assertThat(check.exit()).as(check.err()).isEqualTo(1);
    assertThat(JsonMapper.shared().readTree(check.out()).path("findings").valueStream())
        .anyMatch(finding ->
            finding.path("resource").path("name").asString().equals("erpfiles")
                && finding.path("source").path("line").asInt() > 1);
  }

  private static String inventory(AzureOnThisMachine azure, Path to) throws Exception {
    var builder =
        JavaProgram.of(
                Main.class,
                "inventory",
                "azure",
                "--credential",
                "azure-cli",
                "--endpoint",
                azure.url(),
                "--output",
                to)
            .redirectErrorStream(true);
    builder.environment().putAll(azure.environment());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
