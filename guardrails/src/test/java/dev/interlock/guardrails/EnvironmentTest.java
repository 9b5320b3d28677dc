package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.estate.Control.Match;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Tier;
import dev.interlock.facts.Resource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  private static final Estate ESTATE =
      Given.estate(
          Given.environment("prod", Tier.DISASTER_RECOVERY), Given.environment("test", Tier.TEST));
  private static final Resource POD =
      Inputs.object("{apiVersion: v1, kind: Pod, metadata: {name: odoo}, spec: {}}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environment.name == 'prod'",
        "environment.tier == 'disaster-recovery'",
        "environment.hosting == 'multi-tenant' && environment.region == 'westeurope'",
        "!has(environment.owner) && environment.plants.size() == 0",
        "estate.environments['test'].tier == 'test'",
        "estate.environments.size() == 2 && 'prod' in estate.environments",
        "estate.environments.all(n, estate.environments[n].region.startsWith('west'))",
        "estate.businessProcesses.size() == 0 && estate.serviceBoundaries.size() == 0",
      })
  void rule_reads_environment_and_estate_by_the_words_of_their_files(String rule) {
    assertThat(judge(Given.kubernetes("own", rule), "prod").findings()).isEmpty();
  }

  @Test
  void missing_property_of_the_environment_is_unknown() {
    assertThat(
            judge(Given.kubernetes("own", "environment.owner == 'x'"), "prod")
                .findings()
                .getFirst()
                .message())
        .isEqualTo("cannot be judged: environment.owner is absent");
    assertThat(
            judge(Given.kubernetes("own", "estate.services['x'].type == 'odoo'"), "prod")
                .findings()
                .getFirst()
                .message())
        .isEqualTo("cannot be judged: estate.services.x is absent");
  }

  @Test
  void control_for_a_tier_applies_there_alone() {
    Match match = new Match(List.of(), List.of(), List.of(Tier.TEST), null);
    Controls controls = Given.control("own", match, "false", Map.of());
    assertThat(judge(controls, "test").summary().violations()).isEqualTo(1);
    assertThat(judge(controls, "prod").summary().evaluations()).isZero();
    assertThat(judge(controls, null).summary().evaluations()).isZero();
  }

  @Test
  void unknown_environment_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> new CheckContext(ESTATE, "nowhere"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Judgement judge(Controls controls, @Nullable String environment) {
    CheckContext context = new CheckContext(ESTATE, environment);
    return Guardrails.evaluate(List.of(POD), controls, Waivers.NONE, context, Inputs.NOW);
  }
}
