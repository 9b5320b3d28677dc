package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateLoader;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.goldens.Checkout;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A program that evaluates all that is assigned, as the README of this module shows it. */
class AssignedPoliciesExampleTest {

  private static final Instant NOW = Instant.parse("2026-11-18T20:00:00Z");
  private static final Path ROOT = Checkout.root();

  private final List<Finding> findings = new ArrayList<>();

  private Judgement judge() {
    Estate estate = new EstateLoader(Set.of()).load(ROOT.resolve("samples/estate")).estate();
    PolicyAssignments policies =
        PolicyAssignments.load(
            List.of(ROOT.resolve("samples/policies")), estate, PolicyAliases.shipped());
    assertThat(policies.problems()).isEmpty();
    Evaluation evaluation =
        new Evaluation(Controls.NONE, policies, Waivers.NONE, new CheckContext(estate, null), NOW);
    FactReader reader = FactReader.standard(InputStream.nullInputStream());
    List<String> inputs = List.of(ROOT.resolve("samples/azure").toString());
    if (evaluation.needsSurvey()) {
      Reading seen = reader.read(inputs, evaluation::survey);
      evaluation.surveyed(seen.diagnostics().isEmpty(), false);
    }
    reader.read(inputs, resource -> findings.addAll(evaluation.judge(resource)));
    Judgement end = evaluation.finish(false);
    findings.addAll(end.findings());
    return end;
  }

  @Test
  void everything_that_is_assigned_is_judged() {
    Judgement end = judge();

    assertThat(findings)
        .extracting(Finding::control)
        .containsOnly(
            "corvane-storage-https/storageHttps", "corvane-vault-logs", "policy-exemption-expired");
    assertThat(findings)
        .filteredOn(finding -> finding.waiver() != null)
        .extracting(finding -> finding.subject().name())
        .containsExactly("stcorvaneedi");
    assertThat(end.summary().resources()).isEqualTo(32);
    assertThat(findings).noneMatch(finding -> Judgement.counts(finding, Severity.HIGH));
  }
}
