package dev.interlock.cli.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import org.junit.jupiter.api.Test;

class RiskExplainCommandTest {

  @Test
  void lengths_of_time_are_said_in_the_units_people_use() {
    CliRun run =
        CliRun.of(
            "risk",
            "explain",
            Checkout.samples().resolve("changes/traefik-upgrade.yaml").toString(),
            "--estate",
            Checkout.samples().resolve("estate").toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("a restore drill within 30 days").doesNotContain("PT");
  }
}
