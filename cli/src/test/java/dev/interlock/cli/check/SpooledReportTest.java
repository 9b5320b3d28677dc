package dev.interlock.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.FactReader;
import dev.interlock.goldens.Checkout;
import dev.interlock.usecases.CheckGuardrails;
import dev.interlock.usecases.CheckReport;
import dev.interlock.usecases.FindingCounts;
import dev.interlock.usecases.GivenPolicies;
import dev.interlock.usecases.spool.KeptFindings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report is the same whether its findings are in memory or on disk. */
class SpooledReportTest {

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

  private static CheckReport report(int mostInMemory) {
    Path samples = Checkout.root().resolve("samples");
    var request =
        new CheckGuardrails.Request(
            List.of(samples.resolve("manifests").toString(), samples.resolve("azure").toString()),
            samples.resolve("estate"),
            "core-production",
            List.of(),
            new GivenPolicies(List.of(samples.resolve("policies")), null),
            DeploymentTarget.UNNAMED,
            true);
    FactReader reader = FactReader.standard(InputStream.nullInputStream());
    return new CheckGuardrails(reader).keepingInMemory(mostInMemory).run(request, NOW);
  }

  private static String render(CheckFormat format, CheckReport report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    format.write(SampleReports.view(report), out);
    out.flush();
    return text.toString();
  }
}
