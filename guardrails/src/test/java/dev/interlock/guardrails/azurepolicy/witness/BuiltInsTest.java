package dev.interlock.guardrails.azurepolicy.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published definitions, each shown by resources that it catches and that it lets pass. */
@Tag("slow")
class BuiltInsTest {

  /**
   * Mode Indexed, and the only type they are about has neither tags nor location: mode Indexed
   * never looks at it. In mode All they have witnesses.
   */
  private static final Set<String> NEVER_LOOKED_AT =
      Set.of(
          "696cb1d3-2dcf-4b44-aa7a-caccd18b1b96",
          "Audit-MachineLearning-PrivateEndpointId",
          "DenyAction-ActivityLogs",
          "DenyAction-DiagnosticLogs",
          "Deploy-Diagnostics-EventGridSub");

  @Test
  void every_definition_compiles_with_its_defaults() {
    assertThat(flaws(Catalogue.builtIns().definitions())).isEmpty();
    assertThat(flaws(Catalogue.landingZones().definitions())).isEmpty();
  }

  private static List<String> flaws(List<PolicyDefinition> definitions) {
    Witnesses witnesses = new Witnesses();
    List<String> flaws = new ArrayList<>();
    for (PolicyDefinition definition : definitions) {
      witnesses.compiled(definition, Choice.needed(definition)).problems().stream()
          .filter(Diagnostic::isError)
          .map(flaw -> definition.name() + " " + definition.title() + ": " + flaw.message())
          .forEach(flaws::add);
    }
    return flaws;
  }

  @Test
  void every_built_in_definition_has_witnesses() {
    WitnessCount count = WitnessCount.of(Catalogue.builtIns().definitions(), NEVER_LOOKED_AT);

    assertThat(count.without()).isEmpty();
    assertThat(count).extracting("judged", "satisfied").containsExactly(654, 279);
    assertThat(count.sameType()).isGreaterThan(530);
  }

  @Test
  void every_definition_of_the_landing_zones_has_witnesses() {
    WitnessCount count = WitnessCount.of(Catalogue.landingZones().definitions(), NEVER_LOOKED_AT);

    assertThat(count.without()).isEmpty();
    assertThat(count).extracting("judged", "satisfied").containsExactly(288, 214);
    assertThat(count.sameType()).isGreaterThan(200);
  }

  @Test
  void what_mode_indexed_never_looks_at_has_witnesses_in_mode_all() {
    List<PolicyDefinition> definitions =
        Catalogue.builtIns().and(Catalogue.landingZones()).definitions().stream()
            .filter(definition -> NEVER_LOOKED_AT.contains(definition.name()))
            .toList();

    assertThat(definitions)
        .hasSameSizeAs(NEVER_LOOKED_AT)
        .allMatch(definition -> definition.mode().equals(PolicyMode.INDEXED))
        .allMatch(definition -> new Witnesses().of(definition).triggers() == null);
    assertThat(
            WitnessCount.of(definitions.stream().map(BuiltInsTest::inModeAll).toList(), Set.of()))
        .satisfies(count -> assertThat(count.without()).isEmpty());
  }

  private static PolicyDefinition inModeAll(PolicyDefinition one) {
    return new PolicyDefinition(
        one.id(),
        one.name(),
        one.displayName(),
        PolicyMode.ALL,
        one.version(),
        one.metadata(),
        one.parameters(),
        one.rule(),
        one.source());
  }
}
