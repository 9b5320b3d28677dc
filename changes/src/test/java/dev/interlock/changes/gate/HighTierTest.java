package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.IncidentRegister.OpenIncident;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several approvers, one for each plant; emergencies; when a decision expires. */
class HighTierTest {

  private static Scenario high() {
    return new Scenario()
        .with("destructive", "true")
        .approve("release-two", "release-manager")
        .approve("manager-north", "plant-manager")
        .approve("manager-south", "plant-manager");
  }

  private static Scenario emergency() {
    return new Scenario()
        .with("kind", "emergency")
        .with("artifact", null)
        .with("incident", "I-1")
        .put("incidents", "desk", Scenario.register(Scenario.hoursAgo(1), down()));
  }

  private static OpenIncident down() {
    return new OpenIncident("I-1", "Orders do not come in", true, List.of());
  }

  @Test
  void each_plant_agrees_by_its_own_manager() {
    assertThat(high().decide().tier()).isEqualTo("high");
    assertThat(high().contact("approvals").state()).isEqualTo(State.CLOSED);

    Contact missing = high().without("approval-manager-south-plant-manager").contact("approvals");

    assertThat(missing.state()).isEqualTo(State.PENDING);
    assertThat(missing.reason())
        .contains("Plant manager for south (can be given by Manager South (manager-south))");
  }

  @Test
  void a_manager_does_not_speak_for_another_plant() {
    Scenario scenario = high().without("approval-manager-south-plant-manager");
    scenario.put(
        "a",
        "manager-north",
        new Approval(
            Scenario.NAME,
            Scenario.DIGEST,
            "production",
            "manager-north",
            "plant-manager",
            "south",
            Approval.Answer.APPROVE,
            null,
            Scenario.hoursAgo(1)));

    assertThat(scenario.contact("approvals").state()).isEqualTo(State.PENDING);
  }

  @Test
  void one_person_counts_once_where_two_are_asked() {
    Scenario scenario = high().without("approval-release-two-release-manager");
    scenario.put(
        "again",
        "release-one",
        scenario.approval("git:rel1", "release-manager", Scenario.hoursAgo(2)));

    assertThat(scenario.contact("approvals").state()).isEqualTo(State.PENDING);
  }

  @Test
  void an_emergency_goes_outside_freezes_like_any_other() {
    Decision decision = emergency().approve("head-of-it", "emergency-approver").decide();

    assertThat(decision.tier()).isEqualTo("emergency");
    assertThat(decision.outcome()).isEqualTo(Outcome.GO);
  }

  @Test
  void in_a_freeze_the_emergency_approver_lifts_it() {
    Scenario frozen = emergency();
    frozen.now = Instant.parse("2026-11-28T10:00:00Z");
    frozen.put(
        "incidents", "desk", Scenario.register(frozen.now.minus(Duration.ofHours(1)), down()));

    Contact before = frozen.contact("window");
    assertThat(before.state()).isEqualTo(State.PENDING);
    assertThat(before.closesAt()).isEqualTo("2026-11-29T23:00:00Z");
    assertThat(before.reason()).contains("somebody who approves it lifts the freeze");

    frozen.approve("head-of-it", "emergency-approver");
    assertThat(frozen.contact("window").state()).isEqualTo(State.CLOSED);
    assertThat(frozen.contact("window").reason())
        .contains("Head of IT (head-of-it) lifted for this emergency");

    frozen.put(
        "no",
        "head-of-it",
        frozen.refusal("head-of-it", "emergency-approver", Scenario.hoursAgo(1)));
    assertThat(frozen.contact("window").state()).isEqualTo(State.PENDING);
  }

  @Test
  void a_freeze_is_not_lifted_by_an_untrusted_approval_or_for_another_tier() {
    Scenario frozen = emergency();
    frozen.now = Instant.parse("2026-11-28T10:00:00Z");
    frozen.put(
        "a", "stranger", frozen.approval("head-of-it", "emergency-approver", Scenario.hoursAgo(1)));
    assertThat(frozen.contact("window").state()).isEqualTo(State.PENDING);

    Scenario normal = new Scenario().approve("head-of-it", "emergency-approver");
    normal.now = frozen.now;
    assertThat(normal.contact("window").state()).isEqualTo(State.PENDING);
  }

  @Test
  void an_emergency_without_its_incident_is_none() {
    assertThat(emergency().with("incident", null).decide().tier()).isEqualTo("normal");

    Contact incidents = emergency().with("incident", "I-2").contact("incidents");
    assertThat(incidents.state()).isEqualTo(State.OPEN);

    Scenario resolved =
        emergency().put("incidents", "desk", Scenario.register(Scenario.hoursAgo(1)));
    assertThat(resolved.contact("incidents").reason()).contains("no such incident is open");
  }

  @Test
  void the_requester_can_raise_the_tier_but_not_lower_it_or_make_an_emergency() {
    assertThat(new Scenario().with("tier", "high").decide().tier()).isEqualTo("high");
    assertThat(new Scenario().with("tier", "standard").decide().tier()).isEqualTo("normal");
    assertThat(new Scenario().with("tier", "emergency").with("incident", "I-1").decide().tier())
        .isEqualTo("normal");
  }

  @Test
  void a_decision_expires_with_whatever_ends_first() {
    assertThat(new Scenario().decide().expires()).isEqualTo(Scenario.NOW.plus(Duration.ofHours(2)));
    assertThat(expires(new Scenario().with("deadline", "2026-11-21T12:30:00Z")))
        .isEqualTo("2026-11-21T11:30:00Z");
    assertThat(
            expires(
                new Scenario().put("incidents", "desk", Scenario.register(Scenario.hoursAgo(23)))))
        .isEqualTo("2026-11-21T12:00:00Z");
    Scenario approval = new Scenario();
    approval.put(
        "approval-owner-service-owner",
        "owner",
        approval.approval(
            "owner", "service-owner", Scenario.NOW.minus(Duration.ofDays(14)).plusSeconds(60)));
    assertThat(expires(approval)).isEqualTo(Scenario.NOW.plusSeconds(60));
    Scenario beforeShift = new Scenario();
    beforeShift.now = Instant.parse("2026-11-22T22:50:00Z");
    beforeShift.put("incidents", "desk", Scenario.register(beforeShift.now));
    assertThat(expires(beforeShift))
        .as("Pune starts at 00:30 UTC, the change takes an hour")
        .isEqualTo("2026-11-22T23:30:00Z");
  }

  private static Instant expires(Scenario scenario) {
    Decision decision = scenario.decide();
    assertThat(decision.outcome()).isEqualTo(Outcome.GO);
    return decision.expires();
  }

  @Test
  void the_time_is_told_only_when_nobody_is_pending() {
    Scenario all = new Scenario();
    Instant friday = Instant.parse("2026-11-20T10:00:00Z");
    all.now = friday;
    all.put("incidents", "desk", Scenario.register(friday.minusSeconds(60)));
    all.put(
        "approval-owner-service-owner",
        "owner",
        all.approval("owner", "service-owner", friday.minusSeconds(60)));
    all.put(
        "approval-release-one-release-manager",
        "release-one",
        all.approval("release-one", "release-manager", friday.minusSeconds(60)));
    all.put(
        "budget",
        "costs",
        new Cost(
            "core",
            YearMonth.of(2026, 11),
            null,
            Scenario.money("1.00 EUR"),
            null,
            null,
            null,
            friday.minusSeconds(60)));

    Decision wait = all.decide();
    assertThat(wait.outcome()).isEqualTo(Outcome.WAIT);
    assertThat(wait.notBefore()).isEqualTo("2026-11-20T17:00:00Z");

    @Nullable Instant told = all.without("approval-owner-service-owner").decide().notBefore();
    assertThat(told).isNull();
  }
}
