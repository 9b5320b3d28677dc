package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import org.junit.jupiter.api.Test;

/** Whose approval an emergency takes where a provider runs the environment. */
class BoundaryApprovalTest {

  private static Scenario emergency(String side, String staff) {
    Scenario scenario =
        new Scenario()
            .with("kind", "emergency")
            .with("incident", "I-1")
            .approve("head-of-it", "emergency-approver");
    scenario.estate =
        TestEstate.edited(t ->
            t
                + "---\napiVersion: interlock.dev/v1\nkind: ServiceBoundary\n"
                + "metadata: {name: hosted}\nspec:\n"
                + "  environments: [production]\n  provider: Host\n  patching: provider\n"
                + "  certificates: provider\n  recoverySignOff: company\n"
                + "  providerStaff: "
                + staff
                + "\n  emergencyApproval: "
                + side
                + "\n");
    return scenario;
  }

  @Test
  void somebody_of_the_named_side_who_agreed_is_enough() {
    Contact company = emergency("company", "[operator]").contact("approvals");
    Contact provider = emergency("provider", "[head-of-it]").contact("approvals");

    assertThat(company.state()).as(company.reason()).isEqualTo(State.CLOSED);
    assertThat(provider.state()).as(provider.reason()).isEqualTo(State.CLOSED);
  }

  @Test
  void without_the_named_side_the_approval_is_missing() {
    Contact provider = emergency("provider", "[release-two]").contact("approvals");

    assertThat(provider.state()).isEqualTo(State.PENDING);
    assertThat(provider.reason()).contains("Missing: somebody of the provider (Host)");
  }

  @Test
  void the_named_side_must_agree_in_a_role_it_holds_and_may_not_carry_it_out() {
    Scenario another =
        emergency("provider", "[release-two]").approve("release-two", "release-manager");
    Scenario roleless =
        emergency("provider", "[release-two]").approve("release-two", "plant-manager");
    Scenario involved =
        emergency("provider", "[release-two]")
            .with("executor", "release-two")
            .approve("release-two", "release-manager");

    assertThat(another.contact("approvals").state()).isEqualTo(State.CLOSED);
    assertThat(roleless.contact("approvals").state()).isEqualTo(State.PENDING);
    assertThat(involved.contact("approvals").state()).isEqualTo(State.PENDING);
  }

  @Test
  void nobody_can_tell_the_sides_apart_when_no_staff_is_named() {
    Contact unknown = emergency("company", "[]").contact("approvals");

    assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
    assertThat(unknown.reason()).contains("providerStaff");
  }

  @Test
  void a_change_that_is_no_emergency_needs_no_such_approval() {
    Scenario normal = emergency("provider", "[release-two]").with("kind", "module");

    assertThat(normal.contact("approvals").state()).isEqualTo(State.CLOSED);
  }
}
