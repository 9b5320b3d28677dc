package dev.interlock.guardrails.azurepolicy.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.assignment.AssignmentCompiler;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyEvaluation;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding.State;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The landing zones in force at a management group, on resources that their rules catch. */
class LandingZonesTest {

  private static final RelatedResources NONE = RelatedResources.of(List.of(), true);
  private static final Fields FIELDS = new Fields(AliasTable.shipped());

  /** Definitions that the library refers to in a version that the catalogue at hand has not. */
  private static final List<String> OTHER_VERSIONS =
      List.of(
          "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d",
          "1c6e92c9-99f0-4e55-9cf2-0c234dc48f99",
          "47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8",
          "4eb216f2-9dba-4979-86e6-5d7e63ce3b75");

  /** Built-in initiatives, which the catalogue at hand does not hold. */
  private static final List<String> BUILT_IN_INITIATIVES =
      List.of(
          "130fb88f-0fc9-4678-bfe1-31022d71c7d5",
          "1f3afdf9-d0c9-4c3d-847f-89da613e70a8",
          "281d9e47-d14d-4f05-b8eb-18f2c4a034ff",
          "2b00397d-c309-49c4-aa5a-f0b2c5bc6321",
          "53448c70-089b-4f52-8f38-89196d7f2de1",
          "77b391e3-2d5d-40c3-83bf-65c846b3c6a3",
          "7a00a7fc-fdf4-4ad8-8fa2-a94acc223e8e",
          "7a76da03-ec94-45ea-a4fd-496c350c2a63",
          "924bfe3a-762f-40e7-86dd-5c8b95eb09e6",
          "92a36f05-ebc9-4bba-9128-b47ad2ea3354",
          "9cb3cc7a-b39b-4b82-bc89-e5a5d9ff7b97",
          "bebfcba2-e789-4da6-9043-726ef3a00d02",
          "c4a70814-96be-461c-889f-2b27429120dc",
          "c7c0ab87-63da-4706-ba95-ff564e38402b",
          "de01d381-bae9-4670-8870-786f89f49e26",
          "e20d08c5-6d64-656d-6465-ce9e37fd0ebc",
          "e3ec7e09-768c-4b64-882c-fcada3772047",
          "e77fc0b3-f7e9-4c58-bc13-cb753ed8e46e",
          "f15f4d95-c59c-4395-9317-be6978d0743f",
          "f1fe6a81-eee9-47b8-9f7f-80685141209e",
          "f5b29bc4-feca-4cc6-a58a-772dd5e290a5",
          "f5bf694c-cca7-4033-b883-3a23327d5485");

  @Test
  void all_assignments_compile_and_name_what_is_missing() {
    AssignmentCompiler.Compiled compiled = LandingZones.compiled(LandingZones.assigned(), FIELDS);
    List<AssignedRule> flawed =
        compiled.evaluation().rules().stream().filter(rule -> rule.rule() == null).toList();

    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(compiled.evaluation().rules()).hasSize(661);
    assertThat(flawed).hasSize(28).allMatch(rule -> flaw(rule).contains("interlock policy import"));
    assertThat(names(flawed, "version ")).containsExactlyElementsOf(OTHER_VERSIONS);
    assertThat(names(flawed, "the initiative ")).containsExactlyElementsOf(BUILT_IN_INITIATIVES);
  }

  private static List<String> names(List<AssignedRule> rules, String flaw) {
    return rules.stream()
        .filter(rule -> flaw(rule).startsWith(flaw))
        .map(AssignedRule::definitionName)
        .distinct()
        .sorted()
        .toList();
  }

  private static String flaw(AssignedRule rule) {
    return String.valueOf(rule.flaw());
  }

  @Test
  void every_assignment_whose_definitions_are_there_finds_something() {
    PolicyObjects objects = LandingZones.assigned();
    List<String> silent = new ArrayList<>();
    int finding = 0;
    int missing = 0;
    for (Assignment one : objects.assignments()) {
      PolicyEvaluation evaluation = alone(one, objects);
      if (evaluation.rules().stream().allMatch(rule -> rule.rule() == null)) {
        missing++;
      } else if (finds(evaluation)) {
        finding++;
      } else {
        silent.add(one.name());
      }
    }

    assertThat(finding).isEqualTo(76);
    assertThat(missing).isEqualTo(24);
    // The one looks at what is inside clusters; the other protects what is found by nobody.
    assertThat(silent).containsExactlyInAnyOrder("Deny-Privileged-AKS", "DenyAction-DeleteUAMIAMA");
  }

  private static PolicyEvaluation alone(Assignment one, PolicyObjects objects) {
    return LandingZones.compiled(
            new PolicyObjects(
                objects.definitions(), objects.initiatives(), List.of(one), List.of()),
            FIELDS)
        .evaluation();
  }

  /** True when a rule of it finds a resource that does not comply. */
  private static boolean finds(PolicyEvaluation evaluation) {
    Witnesses witnesses = new Witnesses();
    for (AssignedRule rule : evaluation.rules()) {
      PolicyRule ready = rule.rule();
      Random random = new Random(rule.definitionName().hashCode());
      for (int i = 0; i < 12 && ready != null; i++) {
        Draft draft = witnesses.triggering(ready, random, i);
        if (draft != null && isFound(evaluate(evaluation, draft), rule)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFound(List<PolicyFinding> findings, AssignedRule rule) {
    return findings.stream()
        .anyMatch(one ->
            one.rule().equals(rule) && one.state() == State.NON_COMPLIANT && one.reason() == null);
  }

  private static List<PolicyFinding> evaluate(PolicyEvaluation evaluation, Draft draft) {
    return evaluation.evaluate(draft.subject(), draft.context(), NONE);
  }

  @Test
  void all_together_never_fail_and_know_every_alias() {
    PolicyObjects objects = LandingZones.assigned();
    PolicyEvaluation evaluation = LandingZones.compiled(objects, FIELDS).evaluation();
    Witnesses witnesses = new Witnesses();
    List<PolicyFinding> odd = new ArrayList<>();
    int sound = 0;
    for (AssignedRule rule : evaluation.rules()) {
      PolicyRule ready = rule.rule();
      Draft draft =
          ready == null
              ? null
              : witnesses.triggering(ready, new Random(rule.definitionName().hashCode()), 0);
      for (PolicyFinding one :
          draft == null ? List.<PolicyFinding>of() : evaluate(evaluation, draft)) {
        if (one.reason() == null) {
          sound++;
        } else if (one.rule().rule() != null && !isExplained(one)) {
          odd.add(one);
        }
      }
    }

    assertThat(odd).extracting(PolicyFinding::reason).isEmpty();
    assertThat(sound).isGreaterThan(5000);
  }

  /** True for what only Azure can see, and for changes that another value stands against. */
  private static boolean isExplained(PolicyFinding one) {
    Effect effect = one.rule().constantEffect();
    boolean conflict = one.effect() == Effect.DENY && effect != null && effect.changesRequest();
    return conflict || one.rule().mode().isResourceProvider();
  }
}
