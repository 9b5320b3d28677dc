package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Duties are kept apart by person, whatever name or account a person uses. */
class SegregationTest {

  private static final List<String> DEVELOPER =
      List.of(
          "developer",
          "dev.one@example.com",
          "DEV1",
          "git:dev1",
          "entra/dev.one@example.com",
          "developer@example.com");
  private static final List<String> OPERATOR =
      List.of("operator", "ops1", "entra:ops.one@example.com");
  private static final List<String> OWNER =
      List.of("owner", "own", "odoo:own", "OWNER@example.com");

  static Stream<Arguments> matrix() {
    List<Arguments> cases = new ArrayList<>();
    List<List<String>> people = List.of(DEVELOPER, OPERATOR, OWNER);
    for (int requester = 0; requester < people.size(); requester++) {
      for (int executor = 0; executor < people.size(); executor++) {
        boolean apart = requester != executor && requester != 2 && executor != 2;
        for (String asks : people.get(requester)) {
          for (String does : people.get(executor)) {
            cases.add(Arguments.of(asks, does, apart));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void accounts_of_one_person_are_one_person(String requester, String executor, boolean apart) {
    Scenario scenario =
        new Scenario()
            .with("requester", "\"" + requester + "\"")
            .with("executor", "\"" + executor + "\"");

    assertThat(scenario.contact("segregation").state())
        .isEqualTo(apart ? State.CLOSED : State.OPEN);
  }

  @Test
  void an_approver_is_known_by_their_accounts_too() {
    Scenario scenario =
        new Scenario().without("approval-owner-service-owner").with("requester", "owner");
    scenario.put(
        "a", "owner", scenario.approval("odoo:own", "service-owner", Scenario.hoursAgo(1)));

    assertThat(scenario.contact("segregation").state()).isEqualTo(State.OPEN);
    assertThat(scenario.contact("segregation").reason())
        .contains("Service owner (owner) asked for it and approved it.");
  }

  @Test
  void nobody_approves_in_two_roles() {
    Scenario scenario =
        new Scenario()
            .approve("release-two", "service-owner")
            .approve("release-two", "release-manager");

    Contact contact = scenario.contact("segregation");

    assertThat(contact.state()).isEqualTo(State.OPEN);
    assertThat(contact.reason()).contains("more than one role: Release manager and Service owner");
    assertThat(contact.evidence()).isNotEmpty();
  }

  @Test
  void roles_in_conflict_are_not_used_by_one_person_even_when_one_is_not_asked() {
    assertThat(new Scenario().approve("release-one", "auditor").contact("segregation").state())
        .isEqualTo(State.OPEN);
  }

  @Test
  void two_persons_who_sign_with_one_key_may_be_one() {
    Scenario scenario = new Scenario().without("approval-owner-service-owner");
    scenario.estate =
        TestEstate.edited(t ->
            t.replace(
                "persons: [release-one], predicates", "persons: [release-one, owner], predicates"));
    scenario.put(
        "a", "release-one", scenario.approval("owner", "service-owner", Scenario.hoursAgo(1)));

    Contact contact = scenario.contact("segregation");

    assertThat(contact.state()).isEqualTo(State.OPEN);
    assertThat(contact.reason())
        .contains("with one key (release-one)")
        .contains("Service owner (owner)");
  }

  @Test
  void a_pipeline_may_carry_it_out() {
    assertThat(new Scenario().with("executor", "Delivery pipeline").contact("segregation").state())
        .isEqualTo(State.CLOSED);
    assertThat(new Scenario().with("executor", "pipeline").contact("segregation").state())
        .isEqualTo(State.CLOSED);
  }

  @Test
  void a_system_without_a_key_in_force_carries_nothing_out() {
    for (String name : List.of("Old pipeline", "old-pipeline")) {
      Contact contact = new Scenario().with("executor", name).contact("segregation");

      assertThat(contact.state()).isEqualTo(State.OPEN);
      assertThat(contact.reason()).contains(name + ", which is to carry it out, has no key");
    }
  }

  @Test
  void an_account_of_nobody_is_unknown() {
    assertThat(new Scenario().with("executor", "someone").contact("segregation").state())
        .isEqualTo(State.UNKNOWN);
    assertThat(new Scenario().with("requester", "someone").contact("segregation").state())
        .isEqualTo(State.UNKNOWN);
  }

  @Test
  void an_account_that_two_persons_share_is_unknown() {
    Scenario scenario = new Scenario();
    scenario.estate =
        TestEstate.edited(t -> t.replace("{plane: odoo, name: own}", "{plane: odoo, name: dev1}"));

    assertThat(scenario.with("requester", "dev1").contact("segregation").state())
        .isEqualTo(State.UNKNOWN);
    assertThat(scenario.with("requester", "git:dev1").contact("segregation").state())
        .isEqualTo(State.CLOSED);
  }

  @Test
  void somebody_must_be_named_who_carries_it_out() {
    assertThat(new Scenario().with("executor", null).contact("segregation").state())
        .isEqualTo(State.PENDING);
    assertThat(new Scenario().with("executor", null).decide().notBefore()).isNull();
  }

  @Test
  void the_requester_may_carry_out_what_the_tier_lets_them() {
    Scenario standard =
        new Scenario()
            .with("kind", "scaling")
            .with("template", "scale-workers")
            .with("executor", "developer")
            .with("environment", "staging");

    assertThat(standard.decide().tier()).isEqualTo("standard");
    assertThat(standard.contact("segregation").state()).isEqualTo(State.CLOSED);
    assertThat(standard.with("executor", null).contact("segregation").state())
        .isEqualTo(State.CLOSED);
  }

  @Test
  void somebody_who_has_left_carries_nothing_out() {
    assertThat(new Scenario().with("executor", "leaver").contact("segregation").state())
        .isEqualTo(State.OPEN);
  }

  @Test
  void somebody_who_has_left_asks_for_nothing() {
    Scenario scenario = new Scenario().with("requester", "leaver");

    assertThat(scenario.contact("segregation").state()).isEqualTo(State.OPEN);
    assertThat(scenario.contact("segregation").reason())
        .contains("Former release manager (leaver), who asked for it, has left.");
  }

  @Test
  void an_untrusted_self_approval_breaks_nothing() {
    Scenario scenario = new Scenario();
    scenario.put(
        "a", "stranger", scenario.approval("developer", "release-manager", Scenario.hoursAgo(1)));

    assertThat(scenario.contact("segregation").state()).isEqualTo(State.CLOSED);
  }
}
