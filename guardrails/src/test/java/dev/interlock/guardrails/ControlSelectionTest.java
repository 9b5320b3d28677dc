package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Control.Match;
import dev.interlock.estate.ControlSet;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Tier;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlSelectionTest {

  private static final Controls AVAILABLE =
      Given.control(
              "a-one",
              new Match(List.of(), List.of(), List.of(), null),
              "params.limit > 1",
              Map.of("limit", 3L))
          .with(Given.kubernetes("a-two", "true"))
          .with(Given.kubernetes("b-one", "true"));

  @Test
  void without_a_set_everything_available_is_in_force() {
    Estate estate = Given.estate(Given.environment("prod", Tier.PRODUCTION));
    assertThat(inForce(estate, "prod")).containsExactly("a-one", "a-two", "b-one");
    assertThat(inForce(null, null)).containsExactly("a-one", "a-two", "b-one");
  }

  @Test
  void set_for_a_tier_holds_there_alone_and_a_named_set_holds_anyway() {
    Estate estate =
        Given.estate(
            Given.environment("prod", Tier.PRODUCTION),
            Given.environment("test", Tier.TEST, "named"),
            set("production", List.of("a-*"), List.of(Tier.PRODUCTION)),
            set("named", List.of("b-one"), List.of(Tier.PRODUCTION)),
            set("dev", List.of("a-one"), List.of(Tier.DEV)));
    assertThat(inForce(estate, "prod")).containsExactly("a-one", "a-two", "b-one");
    assertThat(inForce(estate, "test")).containsExactly("b-one");
    assertThat(inForce(estate, null)).containsExactly("a-one", "a-two", "b-one");
  }

  @Test
  void set_changes_severity_and_parameters() {
    ControlSet set =
        new ControlSet(
            "S",
            List.of("a-one"),
            List.of(),
            Map.of("a-one", Severity.CRITICAL),
            Map.of("a-one", Map.of("limit", 1L)),
            List.of());
    Controls controls = select(set).controls();
    Guardrail changed = controls.find("a-one").orElseThrow();
    assertThat(changed.control().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(Inputs.judge(controls, List.of(Inputs.object("{apiVersion: v1, kind: Pod}"))))
        .extracting(j -> j.summary().violations())
        .isEqualTo(1L);
  }

  @Test
  void of_two_sets_the_one_that_the_environment_names_first_decides() {
    ControlSet soft = severity(Severity.LOW);
    ControlSet hard = severity(Severity.HIGH);
    Estate estate =
        Given.estate(
            Given.environment("prod", Tier.PRODUCTION, "z-soft", "a-hard"),
            Given.entry(Kind.CONTROL_SET, "z-soft", soft),
            Given.entry(Kind.CONTROL_SET, "a-hard", hard));
    ControlLoader.Loaded loaded =
        ControlSelection.inForce(AVAILABLE, new CheckContext(estate, "prod"));
    assertThat(loaded.controls().find("a-one").orElseThrow().control().severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void every_mistake_in_a_set_is_reported() {
    ControlSet set =
        new ControlSet(
            "S",
            List.of("a-one", "a-tow", "c-*"),
            List.of(),
            Map.of("b-one", Severity.LOW),
            Map.of("a-one", Map.of("limt", 1L, "limit", "many"), "nothing", Map.of()),
            List.of());
    assertThat(select(set).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder("GRD002", "GRD002", "GRD003", "GRD004", "GRD004", "GRD009");
    assertThat(select(set).diagnostics())
        .extracting(Diagnostic::hint)
        .contains("did you mean \"a-two\"?", "did you mean \"limit\"?");
  }

  private static ControlSet severity(Severity severity) {
    return new ControlSet(
        "S", List.of("a-one"), List.of(), Map.of("a-one", severity), Map.of(), List.of());
  }

  private static ControlLoader.Loaded select(ControlSet set) {
    Estate estate = Given.estate(Given.entry(Kind.CONTROL_SET, "set", set));
    return ControlSelection.inForce(AVAILABLE, new CheckContext(estate, null));
  }

  private static Entry<ControlSet> set(String name, List<String> controls, List<Tier> tiers) {
    return Given.entry(
        Kind.CONTROL_SET,
        name,
        new ControlSet(name, controls, tiers, Map.of(), Map.of(), List.of()));
  }

  private static List<String> inForce(@Nullable Estate estate, @Nullable String environment) {
    ControlLoader.Loaded loaded =
        ControlSelection.inForce(AVAILABLE, new CheckContext(estate, environment));
    assertThat(loaded.diagnostics()).isEmpty();
    return List.copyOf(loaded.controls().names());
  }
}
