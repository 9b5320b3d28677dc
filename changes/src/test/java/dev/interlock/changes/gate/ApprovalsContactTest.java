package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.ContactCases.productionWithout;
import static dev.interlock.changes.gate.ContactCases.spoil;
import static dev.interlock.changes.gate.Scenario.DIGEST;
import static dev.interlock.changes.gate.Scenario.NAME;
import static dev.interlock.changes.gate.Scenario.OTHER_DIGEST;
import static dev.interlock.changes.gate.Scenario.hoursAgo;

import dev.interlock.evidence.Approval;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody who is asked agreed: the contact in each of its states. */
class ApprovalsContactTest {

  static Stream<Arguments> cases() {
    return Stream.of(
        spoil(
            "one missing",
            "pending",
            "Missing: Service owner (can be given by Service owner (owner) or Release manager two (release-two)).",
            s -> s.without("approval-owner-service-owner")),
        spoil(
            "approved in another version",
            "pending",
            "1 answer to another version of the change",
            s -> {
              s.without("approval-owner-service-owner");
              s.digest = OTHER_DIGEST;
              s.approve("owner", "service-owner");
              s.digest = DIGEST;
            }),
        spoil(
            "approved for another environment",
            "pending",
            "another version",
            s ->
                s.without("approval-owner-service-owner")
                    .put(
                        "a",
                        "owner",
                        new Approval(
                            NAME,
                            DIGEST,
                            "staging",
                            "owner",
                            "service-owner",
                            null,
                            Approval.Answer.APPROVE,
                            null,
                            hoursAgo(1)))),
        spoil(
            "expired",
            "pending",
            "1 approval expired",
            s ->
                s.without("approval-owner-service-owner")
                    .put("a", "owner", s.approval("owner", "service-owner", hoursAgo(24 * 14)))),
        spoil(
            "refused",
            "open",
            "Service owner (owner) refused as Service owner: Not now.",
            s -> s.put("r", "owner", s.refusal("owner", "service-owner", hoursAgo(1)))),
        spoil(
            "refused at the same instant",
            "open",
            "refused",
            s -> s.put("r", "owner", s.refusal("owner", "service-owner", hoursAgo(5)))),
        spoil(
            "refused, then agreed",
            "closed",
            "agreed",
            s -> s.put("r", "owner", s.refusal("owner", "service-owner", hoursAgo(9)))),
        spoil(
            "refused by somebody who is not asked",
            "closed",
            "agreed",
            s -> s.put("r", "developer", s.refusal("developer", "service-owner", hoursAgo(1)))),
        spoil(
            "refused in a role of somebody else",
            "open",
            "Service owner (owner) refused as Emergency approver",
            s -> s.put("r", "owner", s.refusal("owner", "emergency-approver", hoursAgo(1)))),
        spoil(
            "refused in a role that nobody knows",
            "open",
            "refused as Service-Owner ",
            s -> s.put("r", "owner", s.refusal("owner", "Service-Owner ", hoursAgo(1)))),
        spoil(
            "refused by somebody who is asked at another tier",
            "open",
            "Head of IT (head-of-it) refused",
            s ->
                s.put(
                    "r", "head-of-it", s.refusal("head-of-it", "emergency-approver", hoursAgo(1)))),
        spoil(
            "refused in an odd role, then agreed",
            "closed",
            "agreed",
            s -> s.put("r", "owner", s.refusal("owner", "Service-Owner ", hoursAgo(9)))),
        spoil(
            "refused by somebody who is not asked, in a role that nobody knows",
            "unknown",
            "as service owner, which is no role of the estate",
            s -> s.put("r", "developer", s.refusal("developer", "service owner", hoursAgo(1)))),
        spoil(
            "refused by somebody who is not asked, which is said",
            "closed",
            "A refusal in r.json does not count: nobody asks developer in production",
            s -> s.put("r", "developer", s.refusal("developer", "service-owner", hoursAgo(1)))),
        spoil(
            "agreed in a role that nobody knows",
            "pending",
            "An approval in a.json does not count: the estate has no role \"Service-Owner\"",
            s ->
                s.without("approval-owner-service-owner")
                    .put("a", "owner", s.approval("owner", "Service-Owner", hoursAgo(1)))),
        spoil(
            "refused without a trusted key",
            "closed",
            "A refusal in r.json does not count",
            s -> s.put("r", "stranger", s.refusal("owner", "service-owner", hoursAgo(1)))),
        spoil(
            "signed by a stranger",
            "unknown",
            "does not count: no key that the estate trusts has signed it",
            s ->
                s.without("approval-owner-service-owner")
                    .put("a", "stranger", s.approval("owner", "service-owner", hoursAgo(1)))),
        spoil(
            "signed for somebody else",
            "unknown",
            "key developer may not speak for owner",
            s ->
                s.without("approval-owner-service-owner")
                    .put("a", "developer", s.approval("owner", "service-owner", hoursAgo(1)))),
        spoil(
            "untrusted, but not needed",
            "closed",
            "agreed",
            s -> s.put("a", "stranger", s.approval("release-two", "service-owner", hoursAgo(1)))),
        spoil(
            "by somebody without the role",
            "pending",
            "Missing: Service owner",
            s ->
                s.without("approval-owner-service-owner")
                    .put("a", "developer", s.approval("developer", "service-owner", hoursAgo(1)))),
        spoil(
            "nobody left who could",
            "open",
            "nobody who holds that role can",
            s -> {
              s.without("approval-owner-service-owner");
              s.with("requester", "owner").with("executor", "release-two");
            }),
        spoil(
            "after leaving",
            "unknown",
            "leaver has left",
            s ->
                s.without("approval-release-one-release-manager")
                    .put("a", "leaver", s.approval("leaver", "release-manager", hoursAgo(1)))),
        spoil(
            "by somebody who left since",
            "unknown",
            "leaver has left, and nothing proves that this was signed before",
            s ->
                s.without("approval-release-one-release-manager")
                    .put(
                        "a",
                        "leaver",
                        s.approval(
                            "leaver",
                            "release-manager",
                            java.time.Instant.parse("2026-11-09T09:00:00Z")))),
        spoil(
            "refused by this version's digest, under the name of another environment",
            "open",
            "Service owner (owner) refused as Service owner: Not now.",
            s -> s.put("r", "owner", refusal(NAME, "staging", null))),
        spoil(
            "refused by this version's digest, under the name of another change",
            "open",
            "Service owner (owner) refused as Service owner: Not now.",
            s -> s.put("r", "owner", refusal("New Modules", "production", null))),
        spoil(
            "refused for one plant",
            "open",
            "Service owner (owner) refused",
            s -> s.put("r", "owner", refusal(NAME, "production", "north"))),
        spoil(
            "agreed for one plant where the whole environment is asked for",
            "pending",
            "An approval in a.json does not count: Service owner (owner) is not asked as Service"
                + " owner for north in production",
            s ->
                s.without("approval-owner-service-owner")
                    .put(
                        "a",
                        "owner",
                        answer(Approval.Answer.APPROVE, NAME, "production", "north"))),
        spoil(
            "agreed for a plant that there isn't",
            "pending",
            "for mars in production",
            s ->
                s.without("approval-owner-service-owner")
                    .put(
                        "a", "owner", answer(Approval.Answer.APPROVE, NAME, "production", "mars"))),
        spoil(
            "tier not in the policy",
            "open",
            "no entry for tier unplanned",
            s -> s.with("tier", "unplanned")),
        spoil(
            "no policy",
            "unknown",
            "names no approval policy",
            s ->
                s.estate =
                    TestEstate.edited(t ->
                        productionWithout(t, "  approvalPolicy: production\n")
                            .replace("  tier: production", "  tier: staging")
                            .replace("environments: [production]", "environments: [staging]"))));
  }

  @ParameterizedTest
  @MethodSource
  void cases(String state, String says, ContactCases.Spoil spoil) {
    ContactCases.expect("approvals", state, says, spoil);
  }

  private static Approval refusal(String change, String environment, @Nullable String plant) {
    return answer(Approval.Answer.REJECT, change, environment, plant);
  }

  private static Approval answer(
      Approval.Answer answer, String change, String environment, @Nullable String plant) {
    String comment = answer == Approval.Answer.REJECT ? "Not now." : null;
    return new Approval(
        change, DIGEST, environment, "owner", "service-owner", plant, answer, comment, hoursAgo(1));
  }
}
