package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.Scenario.NOW;
import static dev.interlock.changes.gate.Scenario.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Touched;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.IncidentRegister;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A go counts no longer than anything it rests on. */
class ExpiryTest {

  private static final Instant SOON = NOW.plus(Duration.ofMinutes(20));
  private static final Instant VALID = NOW.plus(Duration.ofHours(2));

  @ParameterizedTest
  @ValueSource(strings = {"pipeline", "desk", "drills", "costs", "release-one", "owner"})
  void it_ends_with_each_key_it_rests_on(String key) {
    Scenario scenario = new Scenario();
    scenario.estate = ending(key, SOON);

    assertThat(go(scenario).expires()).isEqualTo(SOON);
  }

  @Test
  void a_key_that_nothing_rests_on_does_not_shorten_it() {
    Scenario scenario = new Scenario();
    scenario.estate = ending("release-two", SOON);
    scenario.put("old-drill", "drills", Scenario.drill(hoursAgo(24 * 80), "PT1H", "PT1M"));

    assertThat(go(scenario).expires()).isEqualTo(VALID);
  }

  @Test
  void of_two_signers_the_one_that_counts_longer_holds() {
    Scenario scenario = new Scenario();
    scenario.estate =
        TestEstate.edited(t ->
            notAfter(t, "desk", SOON)
                .replace(
                    "system: Drill runner, predicates: [drill]",
                    "system: Drill runner, predicates: [drill, incident]"));
    var signed =
        new EvidenceSigner()
            .sign(Scenario.register(hoursAgo(2)), TestEstate.key("desk"), TestEstate.key("drills"));
    scenario.evidence.put("incidents", new EvidenceFile("incidents.json", signed.toJson()));

    assertThat(go(scenario).expires()).isEqualTo(VALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "displayName: Developer",
        "displayName: Operator",
        "displayName: Service owner, accounts",
        "displayName: Release manager one"
      })
  void it_ends_with_the_day_on_which_somebody_it_counts_leaves(String person) {
    Scenario scenario = new Scenario();
    scenario.now = Instant.parse("2026-11-21T23:00:00Z");
    scenario.put("incidents", "desk", Scenario.register(scenario.now));
    String left =
        person.equals("displayName: Developer")
            ? "leftOn: 2026-11-21\n  displayName: Developer"
            : "leftOn: 2026-11-21, " + person;
    scenario.estate = TestEstate.edited(t -> t.replace(person, left));

    assertThat(go(scenario).expires()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
  }

  @Test
  void it_ends_with_a_waiver_that_it_needs() {
    Scenario scenario = new Scenario();
    scenario.findings = findings(Severity.CRITICAL);

    assertThat(go(scenario).expires()).isEqualTo(SOON);
  }

  @Test
  void a_waiver_of_what_would_not_stop_it_does_not_shorten_it() {
    Scenario scenario = new Scenario();
    scenario.findings = findings(Severity.LOW);

    assertThat(go(scenario).expires()).isEqualTo(VALID);
  }

  @Test
  void it_ends_when_the_next_closure_would_cut_the_change_short() {
    Scenario scenario = new Scenario();
    scenario.estate =
        TestEstate.edited(
            t -> t.replace("start: \"2026-11-28T00:00\"", "start: \"2026-11-21T13:30\""));

    assertThat(go(scenario).expires()).isEqualTo(Instant.parse("2026-11-21T11:30:00Z"));
  }

  @Test
  void a_lifted_freeze_lifts_no_other_closure() {
    Scenario scenario =
        new Scenario()
            .with("kind", "emergency")
            .with("incident", "I-1")
            .with("artifact", null)
            .without("approval-release-one-release-manager", "approval-owner-service-owner")
            .approve("head-of-it", "emergency-approver");
    scenario.estate =
        TestEstate.edited(t ->
            t.replace("start: \"2026-11-28T00:00\"", "start: \"2026-11-21T10:00\"")
                .replace(
                    "{name: emergency, window: outside-freeze", "{name: emergency, window: free"));
    scenario.now = Instant.parse("2026-11-22T22:00:00Z");
    scenario.put(
        "incidents",
        "desk",
        Scenario.register(
            scenario.now,
            new IncidentRegister.OpenIncident("I-1", "Database is down", true, List.of())));

    assertThat(go(scenario).expires()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
    scenario.now = Instant.parse("2026-11-22T23:10:00Z");
    assertThat(go(scenario).expires()).isEqualTo(Instant.parse("2026-11-22T23:30:00Z"));
  }

  @Test
  void it_ends_with_the_last_key_of_the_system_that_carries_it_out() {
    Scenario scenario = new Scenario().with("executor", "Robot");
    scenario.estate = TestEstate.edited(t -> t + robot("a", SOON) + robot("b", NOW));

    assertThat(go(scenario).expires()).isEqualTo(SOON);
  }

  private static String robot(String name, Instant notAfter) {
    return "\n---\napiVersion: interlock.dev/v1\nkind: TrustedKey\nmetadata: {name: robot-%s}\nspec: {publicKey: \"{robot-%s}\", system: Robot, predicates: [review], notAfter: %s}\n"
        .formatted(name, name, notAfter);
  }

  private static Estate ending(String key, Instant notAfter) {
    return TestEstate.edited(t -> notAfter(t, key, notAfter));
  }

  private static String notAfter(String estate, String key, Instant notAfter) {
    String spec = "spec: {publicKey: \"{" + key + "}\",";
    assertThat(estate).contains(spec);
    return estate.replace(spec, spec + " notAfter: " + notAfter + ",");
  }

  private static ManifestFindings findings(Severity severity) {
    Finding waived =
        new Finding(
                "no-open-ports",
                "No open ports",
                "deny",
                severity,
                new Verdict.Fail("x"),
                new Subject("kubernetes", "v1/Service", "a", "a"),
                new SourceRef("m.yaml", 3, 5),
                "too open",
                "close it",
                null,
                "f")
            .waivedBy(new AppliedWaiver("w", "owner", "for now", SOON));
    return new ManifestFindings(
        List.of(waived), 12, List.of(), List.of(), Touched.NOTHING, Scenario.JUDGED);
  }

  private static Decision go(Scenario scenario) {
    Decision decision = scenario.decide();
    assertThat(decision.outcome()).as(decision.contacts().toString()).isEqualTo(Outcome.GO);
    return decision;
  }
}
