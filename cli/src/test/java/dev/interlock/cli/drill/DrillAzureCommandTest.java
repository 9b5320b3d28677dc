package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command refuses before Azure is asked for anything. */
class DrillAzureCommandTest {

  private static final String SERVER =
      "/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/erp/providers"
          + "/Microsoft.DBforPostgreSQL/flexibleServers/erp-db";

  @TempDir private Path folder = Path.of("");

  private Path key = Path.of("");

  @BeforeEach
  void aKey() {
    key = folder.resolve("drills.key");
    CliRun made =
        CliRun.of(
            "evidence",
            "keygen",
            "--out",
            key.toString(),
            "--name",
            "drills",
            "--system",
            "drills",
            "--predicates",
            "drill");
    assertThat(made.exit()).as(made.err()).isZero();
  }

  private CliRun drill(String option, String value) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "drill",
                "azure",
                "--estate",
                Checkout.samples().resolve("estate").toString(),
                "--environment",
                "core-production",
                "--credential",
                "environment",
                "--key",
                key.toString(),
                "--out",
                folder.resolve("drill.json").toString()));
    if (!option.equals("--server")) {
      words.addAll(List.of("--server", SERVER));
    }
    if (!option.equals("--database")) {
      words.addAll(List.of("--database", "postgresql://odoo@{server}:5432/erp"));
    }
    words.addAll(List.of(option, value));
    return CliRun.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "--server, erp-db, az postgres flexible-server show",
    "--server, /subscriptions/x/resourceGroups/erp/providers/Microsoft.Web/sites/a, show prints",
    "--database, postgresql://odoo@erp-db.postgres.database.azure.com/erp, {server}",
    "--database, erp, {server}",
    "--endpoint, http://localhost:1, tokens go over TLS",
    "--to-time, 2026-11-21T10:00, such as",
    "--addons, /no/such/addons, addons_path"
  })
  void what_cannot_be_drilled_is_told_with_a_hint(String option, String value, String hint) {
    CliRun run = drill(option, value);

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(option, hint);
    assertThat(folder.resolve("drill.json")).doesNotExist();
  }

  @Test
  void nobody_who_can_sign_in_leaves_no_evidence() {
    CliRun run = drill("--lost-at", "2026-11-21T10:00:00Z");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("cannot sign in to Azure", "AZR001");
    assertThat(folder.resolve("drill.json")).doesNotExist();
  }
}
