package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Checkout;
import dev.interlock.goldens.Golden;
import dev.interlock.goldens.Shared;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One platform as a template, as a plan and as an inventory: the same policies say the same of it,
 * or one of the inputs does not hold what they ask for.
 */
class SameAnswerTest {

  private static final Path MODULE = Checkout.root().resolve("guardrails");
  private static final Path CASE = MODULE.resolve("src/test/resources/three-ways");
  private static final double MOST_UNKNOWN_ON_ONE_SIDE = 0.03;

  /** What Terraform has as resources and Azure only shows inside of others, or makes by itself. */
  private static final Pattern PARTS =
      Pattern.compile(
          "/loadbalancers/[^/]+/(backendaddresspools|probes|loadbalancingrules)/"
              + "|/privatednszones/[^/]+/soa/");

  @TempDir private Path unpacked = Path.of("");

  @Test
  void the_three_inputs_hold_the_same_resources() {
    ThreeWays ways = ThreeWays.under(CASE, policies(CASE.resolve("policies")));

    assertThat(ways.ids("plan").stream().filter(id -> !PARTS.matcher(id).find()))
        .containsExactlyInAnyOrderElementsOf(ways.ids("inventory"));
    assertThat(ways.ids("template")).isEqualTo(ways.ids("inventory"));
  }

  @Test
  void own_policies_say_the_same() throws IOException {
    PolicyAssignments policies = policies(CASE.resolve("policies"));
    assertThat(policies.size()).isGreaterThanOrEqualTo(60);

    holds(ThreeWays.under(CASE, policies).compare(), "own");
  }

  @Tag("slow")
  @Test
  void policies_that_azure_brings_say_the_same() throws IOException {
    int number = 0;
    Path packed = Shared.require("cases/azure-policy-builtins.jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String definition = line.substring(line.indexOf("\"definition\":") + 13, line.length() - 1);
        Files.writeString(unpacked.resolve(number++ + ".json"), definition);
      }
    }

    holds(ThreeWays.under(CASE, policies(unpacked)).compare(), "builtin");
  }

  private static void holds(Comparison comparison, String name) throws IOException {
    Path table = MODULE.resolve("target/three-ways-" + name + ".txt");
    Files.createDirectories(MODULE.resolve("target"));
    Files.writeString(table, comparison.table());
    Golden.assertMatches(CASE.resolve("differences-" + name + ".txt"), comparison.differences());
    assertThat(comparison.contradictions()).isEmpty();
    assertThat(comparison.withoutReason()).isEmpty();
    assertThat(comparison.unknownEverywhere()).as("what an input holds is known").isZero();
    assertThat(comparison.broken()).as("some rules are broken").isPositive();
    assertThat(comparison.kept()).as("some rules are kept").isPositive();
    assertThat((double) comparison.unknownOnOneSide() / comparison.pairs())
        .isLessThanOrEqualTo(MOST_UNKNOWN_ON_ONE_SIDE);
  }

  private static PolicyAssignments policies(Path folder) {
    PolicyAssignments policies =
        PolicyAssignments.load(List.of(folder), null, PolicyAliases.shipped());
    assertThat(policies.problems().stream().filter(Diagnostic::isError)).isEmpty();
    return policies;
  }
}
