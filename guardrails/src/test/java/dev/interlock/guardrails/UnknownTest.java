package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.Resource;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody could read is unknown, never a pass. */
class UnknownTest {

  private static final Resource POD =
      Inputs.object(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: odoo, labels: {a: b}, annotations: }
          spec:
            secret: hunter2
            count: 3
            empty: []
            containers:
              - name: odoo
                image: odoo:18
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "resource.spec.image == 'x'                   ~ spec.image is absent",
        "resource.spec.nodeSelector.zone == 'x'       ~ spec.nodeSelector is absent",
        "resource['spec']['image'] == 'x'             ~ spec.image is absent",
        "resource.metadata.annotations.size() == 0    ~ metadata.annotations is absent",
        "resource.metadata.annotations == null        ~ metadata.annotations is absent",
        "resource.spec.containers.all(c, c.tty)       ~ spec.containers[odoo].tty is absent",
        "pod.spec.containers[0].ports[0] == 1         ~ spec.containers[odoo].ports is absent",
        "resource.spec.empty[0] == 1                  ~ a list has fewer elements than the control"
            + " expects",
        "resource.spec.secret > 3                     ~ a value has another type than the control"
            + " expects",
        "resource.spec.secret.length == 3             ~ a property is read of something that is no"
            + " mapping",
        "10 / (resource.spec.count - 3) == 1          ~ the control divides by zero",
        "int(resource.spec.secret) == 1               ~ a value does not have the form the control"
            + " expects",
        "resource.spec.count                          ~ the control's rule is neither true nor"
            + " false",
        "environment.tier == 'production'             ~ environment is unknown: no environment was"
            + " named",
        "estate.services.size() > 0                   ~ estate is unknown: no estate was given",
        "unknown('kept elsewhere')                    ~ kept elsewhere",
        "quantity(resource.spec.secret) == quantity(1) ~ a value is no Kubernetes quantity such as"
            + " 500m or 2Gi",
      })
  void what_cannot_be_evaluated_is_unknown_with_a_reason(String rule, String reason) {
    Judgement judgement = judge(rule);

    assertThat(judgement.findings())
        .singleElement()
        .extracting(Finding::verdict)
        .isEqualTo(new Verdict.Unknown(reason));
    assertThat(judgement.summary().errors()).isEqualTo(1);
    assertThat(judgement.summary().violations()).isZero();
    assertThat(judgement.findings().getFirst().message()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "!has(resource.spec.image)",
        "has(resource.spec.image) && resource.spec.image == 'x' || true",
        "resource.spec.?image.orValue('none') == 'none'",
        "!('annotations' in resource.metadata)",
        "resource.spec.image == 'x' || resource.spec.count == 3",
        "resource.metadata.labels == {'a': 'b'}",
        "resource.metadata.labels.exists(k, k == 'a')",
        "resource.spec.containers.map(c, c.name) == ['odoo']",
        "object == resource && pod.spec.count == 3",
        "subject.type == 'v1/Pod' && subject.plane == 'kubernetes'",
      })
  void absence_that_the_control_asks_about_is_a_fact(String rule) {
    assertThat(judge(rule).findings()).isEmpty();
  }

  @Test
  void missing_fact_is_reported_at_the_nearest_place_that_exists() {
    Finding finding = judge("resource.spec.containers.all(c, c.tty)").findings().getFirst();
    assertThat(finding.source().line()).isEqualTo(9);
  }

  @Test
  void control_whose_condition_cannot_be_evaluated_is_unknown() {
    Controls controls =
        Given.control("match: {planes: [kubernetes], when: resource.spec.tty}\nrule: 'true'");
    assertThat(Inputs.judge(controls, List.of(POD)).findings())
        .singleElement()
        .extracting(f -> f.verdict().word())
        .isEqualTo("unknown");
  }

  @Test
  void list_that_is_missing_is_unknown_unless_the_path_says_it_may_be() {
    String rule = "match: {}\nrule: item.name != ''\neach: [%s]";
    assertThat(Inputs.judge(Given.control(rule.formatted("pod.spec.volumes")), List.of(POD)))
        .extracting(j -> j.findings().getFirst().verdict())
        .isEqualTo(new Verdict.Unknown("spec.volumes is absent"));
    Judgement optional =
        Inputs.judge(Given.control(rule.formatted("pod.spec.?volumes")), List.of(POD));
    assertThat(optional.findings()).isEmpty();
    assertThat(optional.summary().evaluations()).isEqualTo(1);
  }

  @Test
  void list_that_is_no_list_is_unknown() {
    Controls controls = Given.control("match: {}\nrule: 'true'\neach: [resource.spec.secret]");
    assertThat(Inputs.judge(controls, List.of(POD)).findings().getFirst().verdict())
        .isEqualTo(new Verdict.Unknown("spec.secret is text, expected a list or mapping"));
  }

  @Test
  void unknown_fails_a_check_like_a_failure_of_the_same_severity() {
    Judgement judgement = judge("resource.spec.image == 'x'");
    assertThat(judgement.failsAt(Severity.HIGH)).isTrue();
    assertThat(judgement.failsAt(Severity.CRITICAL)).isFalse();
  }

  private static Judgement judge(String rule) {
    return Inputs.judge(Given.kubernetes("own", rule), List.of(POD));
  }
}
