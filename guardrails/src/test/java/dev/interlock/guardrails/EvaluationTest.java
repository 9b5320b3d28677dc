package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Controls SHIPPED = ControlPack.shipped();

  @Test
  void stream_finds_what_the_whole_finds() {
    List<Resource> resources =
        Inputs.read(Path.of("src/test/golden/k8s-no-secret-in-environment/fail/input.yaml"));
    Evaluation evaluation = new Evaluation(SHIPPED, Waivers.NONE, CheckContext.NONE, Inputs.NOW);
    List<Finding> findings = new ArrayList<>();
    resources.forEach(resource -> findings.addAll(evaluation.judge(resource)));
    Judgement end = evaluation.finish(true);

    Judgement whole = Inputs.judge(SHIPPED, resources);
    assertThat(findings).isEqualTo(whole.findings()).isNotEmpty();
    assertThat(end.summary()).isEqualTo(whole.summary());
  }

  @Test
  void judging_twice_gives_the_same() {
    List<Resource> resources =
        Inputs.read(Path.of("src/test/golden/azure-nsg-inbound/fail/input.json"));
    assertThat(Inputs.judge(SHIPPED, resources)).isEqualTo(Inputs.judge(SHIPPED, resources));
  }

  @Test
  void summary_counts_every_kind_of_outcome() {
    Controls controls =
        Given.kubernetes("passes", "true")
            .with(Given.kubernetes("fails", "false"))
            .with(Given.kubernetes("unknown", "resource.spec.x"))
            .with(Given.kubernetes("item", "true"));
    CheckSummary summary =
        Inputs.judge(controls, List.of(Inputs.object("{apiVersion: v1, kind: Pod, spec: {}}")))
            .summary();
    assertThat(summary.resources()).isEqualTo(1);
    assertThat(summary.controls()).isEqualTo(4);
    assertThat(summary.evaluations()).isEqualTo(4);
    assertThat(summary.violations()).isEqualTo(1);
    assertThat(summary.errors()).isEqualTo(1);
    assertThat(summary.waived()).isZero();
    assertThat(summary.bySeverity()).containsEntry(Severity.HIGH, 1L).hasSize(4);
  }

  @Test
  void resource_that_no_control_is_about_is_counted_and_passes() {
    Resource role =
        Inputs.object("{apiVersion: example.com/v1, kind: Thing, metadata: {name: x}, spec: {}}");
    Judgement judgement = Inputs.judge(SHIPPED, List.of(role));
    assertThat(judgement.findings()).isEmpty();
    assertThat(judgement.summary().resources()).isEqualTo(1);
    assertThat(judgement.summary().evaluations()).isZero();
  }

  @Test
  void types_match_in_any_letter_case_and_another_plane_does_not() {
    Resource written =
        Inputs.read(Path.of("src/test/golden/azure-postgres-version/fail/input.json")).getFirst();
    Controls control = Controls.of(SHIPPED.find("azure-postgres-version").stream().toList());
    assertThat(violations(control, written, Plane.AZURE, written.type().toLowerCase(Locale.ROOT)))
        .isEqualTo(1);
    assertThat(violations(control, written, Plane.DATABASE, written.type())).isZero();
  }

  @Test
  void pod_template_of_a_foreign_workload_is_found() {
    Resource rollout =
        Inputs.object(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            metadata: {name: odoo}
            spec: {template: {spec: {containers: [{name: a}]}}}
            """);
    Controls controls = Given.control("match: {}\neach: [pod.spec.containers]\nrule: key == 'b'");
    assertThat(Inputs.judge(controls, List.of(rollout)).findings())
        .singleElement()
        .extracting(f -> f.verdict().word())
        .isEqualTo("fail");
  }

  @Test
  void rules_about_workloads_hold_for_whatever_holds_a_pod() {
    String manifest =
        """
        apiVersion: %s
        kind: %s
        metadata: {name: odoo}
        spec: {template: {spec: {hostPID: true, containers: [{name: a}]}}}
        """;
    Controls controls = Controls.of(SHIPPED.find("k8s-no-host-namespaces").stream().toList());
    List<Resource> workloads =
        List.of(
            Inputs.object(manifest.formatted("argoproj.io/v1alpha1", "Rollout")),
            Inputs.object(manifest.formatted("serving.knative.dev/v1", "Service")));

    assertThat(Inputs.judge(controls, workloads).findings())
        .extracting(f -> f.subject().type())
        .containsExactly("argoproj.io/v1alpha1/Rollout", "serving.knative.dev/v1/Service");
  }

  private static long violations(Controls controls, Resource r, Plane plane, String type) {
    Resource changed = new Resource(plane, type, r.id(), r.name(), r.body(), r.file());
    return Inputs.judge(controls, List.of(changed)).summary().violations();
  }

  @Test
  void credentials_in_what_is_judged_are_not_told() {
    Resource pod =
        Inputs.object(
            "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {containers: [{name: odoo,"
                + " image: 'https://user:hunter2@registry.example.com/odoo:latest'}]}}");
    List<Finding> findings = Inputs.judge(SHIPPED, List.of(pod)).findings();

    assertThat(findings.toString())
        .contains("***@registry.example.com/odoo:latest")
        .doesNotContain("hunter2");
  }
}
