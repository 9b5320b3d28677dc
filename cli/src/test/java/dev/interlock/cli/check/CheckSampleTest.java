package dev.interlock.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks against the sample estate, whose waivers end. */
class CheckSampleTest {

  private static final Path SAMPLES = Checkout.samples();
  private static final String INVENTORY = "azure/core-production.resource-graph.json";

  @Test
  void a_waiver_holds_for_instants_before_its_end_and_not_after() {
    assertThat(check(INVENTORY, "--at", "2026-12-31T20:00:00Z").out())
        .contains("WAIVED HIGH  azure-storage-tls-version");
    assertThat(check(INVENTORY, "--at", "2027-02-01T00:00:00Z").out())
        .doesNotContain("WAIVED")
        .contains("HIGH  azure-storage-tls-version", "Waiver edi-storage-old-tls");
  }

  @Test
  void an_instant_without_an_offset_is_refused() {
    assertThat(check(INVENTORY, "--at", "2026-12-31T20:00").err()).contains("is no instant");
  }

  @Test
  void a_waiver_is_called_unused_only_when_everything_was_given() {
    String manifests = "manifests/first-draft";
    assertThat(check(manifests).out()).doesNotContain("waiver-unused");
    assertThat(check(manifests, "--complete").out())
        .contains("waiver-unused", "Waiver edi-storage-old-tls");
    assertThat(check(INVENTORY, "--complete").out()).doesNotContain("waiver-unused");
  }

  @Test
  void json_tells_the_fingerprint_that_a_waiver_may_name() {
    assertThat(check(INVENTORY, "--format", "json").out())
        .containsPattern("\"fingerprint\": \"[0-9a-f]{16,}\"");
  }

  private static CliRun check(String input, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "check",
                SAMPLES.resolve(input).toString(),
                "--estate",
                SAMPLES.resolve("estate").toString(),
                "--environment",
                "core-production"));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }
}
