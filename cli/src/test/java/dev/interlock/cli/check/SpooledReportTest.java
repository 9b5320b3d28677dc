package dev.interlock.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.DeploymentTarget;
import dev.interlock.goldens.Checkout;
import dev.interlock.usecases.CheckGuardrails;
import dev.interlock.usecases.CheckReport;
import dev.interlock.usecases.FindingCounts;
import dev.interlock.usecases.GivenPolicies;
import dev.interlock.usecases.spool.KeptFindings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report is the same whether its findings are in memory or on disk. */
class SpooledReportTest {

  private static final Path SAMPLES = Checkout.root().resolve("samples");
  private static final InputStream NOTHING = InputStream.nullInputStream();
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @ParameterizedTest
  @EnumSource(CheckFormat.class)
  void every_format_shows_the_samples_alike(CheckFormat format) {
    String inMemory = check(Integer.MAX_VALUE, format);
    assertThat(inMemory).contains("corvane");
    assertThat(check(3, format)).isEqualTo(inMemory);
    assertThat(check(0, format)).isEqualTo(inMemory);
  }

  @Test
  void the_samples_have_findings_of_every_kind() {
    try (CheckReport report = report(3)) {
      assertThat(report.findings()).hasSizeGreaterThan(40);
      assertThat(report.violations()).isPositive();
      assertThat(report.waived()).isPositive();
      assertThat(report.findings()).anyMatch(finding -> finding.policy() != null);
      assertThat(report.counts()).isEqualTo(FindingCounts.of(report.findings()));
    }
  }

  @ParameterizedTest
  @EnumSource(CheckFormat.class)
  void every_format_shows_any_words_alike(CheckFormat format) {
    CheckReport mixed = SampleReports.mixed();
    try (KeptFindings kept = new KeptFindings(1)) {
      mixed.findings().forEach(kept::keep);
      var spooled =
          new CheckReport(
              mixed.resources(),
              mixed.evaluations(),
              mixed.controls(),
              kept,
              mixed.counts(),
              mixed.problems(),
              mixed.skipped(),
              mixed.notes());
      assertThat(render(format, spooled)).isEqualTo(render(format, mixed));
    }
  }

  private static String check(int mostInMemory, CheckFormat format) {
    try (CheckReport report = report(mostInMemory)) {
      return render(format, report);
    }
  }

  @Test
  void standard_input_is_read_twice_where_policies_ask_for_other_resources() throws IOException {
    Path inventory = SAMPLES.resolve("azure/core-production.resource-graph.json");
    try (InputStream input = Files.newInputStream(inventory);
        CheckReport typed = report(List.of("-"), input, 0);
        CheckReport named = report(List.of(inventory.toString()), NOTHING, 0)) {
      assertThat(typed.resources()).isEqualTo(named.resources()).isPositive();
      assertThat(typed.findings())
          .anyMatch(finding -> finding.effect().equals("auditIfNotExists"))
          .extracting(finding -> finding.source().line() + finding.fingerprint())
          .isEqualTo(
              named.findings().stream()
                  .map(finding -> finding.source().line() + finding.fingerprint())
                  .toList());
    }
  }

  private static CheckReport report(int mostInMemory) {
    List<String> inputs =
        List.of(SAMPLES.resolve("manifests").toString(), SAMPLES.resolve("azure").toString());
    return report(inputs, NOTHING, mostInMemory);
  }

  private static CheckReport report(List<String> inputs, InputStream typed, int mostInMemory) {
    var request =
        new CheckGuardrails.Request(
            inputs,
            SAMPLES.resolve("estate"),
            "core-production",
            List.of(),
            new GivenPolicies(List.of(SAMPLES.resolve("policies")), null),
            DeploymentTarget.UNNAMED,
            true);
    return CheckGuardrails.ofAnySize(typed, mostInMemory).run(request, NOW);
  }

  private static String render(CheckFormat format, CheckReport report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    format.write(SampleReports.view(report), out);
    out.flush();
    return text.toString();
  }
}
