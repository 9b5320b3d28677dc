package dev.interlock.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliGolden;
import dev.interlock.cli.CliRun;
import dev.interlock.testkit.Checkout;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GateCommandTest {

  private static final String SAMPLES = Checkout.samples().toString();

  @ParameterizedTest
  @CsvSource({
    "manufacturing-release, 2026-11-21T22:30:00Z, 0",
    "database-minor-upgrade, 2026-11-18T20:00:00Z, 1",
    "reporting-cluster, 2026-11-21T22:30:00Z, 1"
  })
  void the_sample_changes_are_drawn_and_explained(String change, String at, int exit) {
    String words =
        "gate %s/changes/%s.yaml --estate %s/estate --evidence %s/evidence --at %s"
            .formatted(SAMPLES, change, SAMPLES, SAMPLES, at);
    CliRun run = CliRun.of(words.split(" "));
    CliGolden.verify("gate/run-" + change + ".txt", run.transcript(words, SAMPLES, "samples"));
    assertThat(run.exit()).isEqualTo(exit);
  }

  @Test
  void json_agrees_with_the_text() {
    CliRun run = gate("database-minor-upgrade", "--at", "2026-11-18T20:00:00Z", "--format", "json");
    var json = JsonMapper.shared().readTree(run.out());
    assertThat(json.propertyNames())
        .containsExactly("decision", "tier", "notBefore", "expires", "contacts");
    assertThat(json.path("decision").asString()).isEqualTo("wait");
    assertThat(json.path("contacts")).hasSize(8);
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void without_evidence_nothing_may_go() {
    String change = SAMPLES + "/changes/manufacturing-release.yaml";
    String estate = SAMPLES + "/estate";
    CliRun run = CliRun.of("gate", change, "--estate", estate, "--at", "2026-11-21T22:30:00Z");
    assertThat(run.out()).startsWith("STOP");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void an_instant_needs_an_offset() {
    CliRun run = gate("manufacturing-release", "--at", "2026-11-21T22:30");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is no instant", "2026-11-22T10:00+01:00");
  }

  @Test
  void missing_files_are_bad_input() {
    assertThat(gate("no-such-change").exit()).isEqualTo(2);
    CliRun run = CliRun.of("gate", SAMPLES + "/changes/label-layout.yaml", "--estate", "/nowhere");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void the_tier_is_explained() {
    String words =
        "risk explain %s/changes/database-minor-upgrade.yaml --estate %s/estate"
            .formatted(SAMPLES, SAMPLES);
    CliRun run = CliRun.of(words.split(" "));
    CliGolden.verify("gate/risk.txt", run.transcript(words, SAMPLES, "samples"));
    assertThat(run.exit()).isZero();
  }

  @Test
  void evidence_is_listed_with_what_counts() {
    CliRun run =
        CliRun.of(
            "evidence",
            "list",
            SAMPLES + "/evidence/reporting-cluster",
            "--estate",
            SAMPLES + "/estate",
            "--at",
            "2026-11-21T22:30:00Z");
    assertThat(run.out()).contains("states", "counts   signed by key");
    assertThat(run.exit()).isZero();
  }

  private static CliRun gate(String change, String... more) {
    String[] words = {
      "gate",
      SAMPLES + "/changes/" + change + ".yaml",
      "--estate",
      SAMPLES + "/estate",
      "--evidence",
      SAMPLES + "/evidence"
    };
    return CliRun.of(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
  }
}
