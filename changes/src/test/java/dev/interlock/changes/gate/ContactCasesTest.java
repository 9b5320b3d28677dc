package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.Scenario.DIGEST;
import static dev.interlock.changes.gate.Scenario.NAME;
import static dev.interlock.changes.gate.Scenario.OTHER_DIGEST;
import static dev.interlock.changes.gate.Scenario.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.CheckBasis;
import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Touched;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.CheckResult;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.IncidentRegister.OpenIncident;
import dev.interlock.evidence.TestRun;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contact in each of its states: one thing is spoilt, and the reason says which. */
class ContactCasesTest {

  static Stream<Arguments> rules() {
    return Stream.of(
        spoil(
            "broken rule",
            "open",
            "1 finding of severity high or above: too open (no-open-ports, m.yaml:3:5)",
            s -> s.findings = findings(finding(Severity.HIGH, new Verdict.Fail("x"), false))),
        spoil(
            "broken rule below the limit",
            "closed",
            "no finding of severity high",
            s -> s.findings = findings(finding(Severity.MEDIUM, new Verdict.Fail("x"), false))),
        spoil(
            "waived",
            "closed",
            "12 resources checked",
            s -> s.findings = findings(finding(Severity.CRITICAL, new Verdict.Fail("x"), true))),
        spoil(
            "undecided rule",
            "unknown",
            "1 rule could not be judged",
            s ->
                s.findings = findings(finding(Severity.CRITICAL, new Verdict.Unknown("x"), false))),
        spoil(
            "unreadable manifest",
            "unknown",
            "Could not be read: m.yaml:1:1: tabs",
            s ->
                s.findings =
                    new ManifestFindings(
                        List.of(),
                        3,
                        List.of("m.yaml:1:1: tabs"),
                        List.of(),
                        Touched.NOTHING,
                        CheckBasis.NOTHING)),
        spoil(
            "nothing in the manifests",
            "unknown",
            "nothing that could be judged",
            s ->
                s.findings =
                    new ManifestFindings(
                        List.of(), 0, List.of(), List.of(), Touched.NOTHING, CheckBasis.NOTHING)),
        spoil(
            "no manifests for new software",
            "unknown",
            "of kind module names no manifests",
            s -> s.findings = null),
        spoil(
            "nothing checked",
            "unknown",
            "there is no trusted check",
            s -> s.with("kind", "config").findings = null),
        spoil(
            "checked elsewhere",
            "closed",
            "A trusted check of this change found nothing",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of(), 4));
            }),
        spoil(
            "checked elsewhere, broken",
            "open",
            "The check found 2 violations high or above",
            s -> {
              s.with("kind", "config").findings = null;
              s.put(
                  "check",
                  "pipeline",
                  check(DIGEST, Map.of("high", 1, "critical", 1, "low", 9), Map.of(), 4));
            }),
        spoil(
            "checked elsewhere, undecided",
            "unknown",
            "could not judge 1 rule",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of("high", 1), 4));
            }),
        spoil(
            "checked elsewhere, empty",
            "unknown",
            "had nothing before it",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of(), 0));
            }),
        spoil(
            "checked before it was edited",
            "unknown",
            "before the change was edited",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(OTHER_DIGEST, Map.of(), Map.of(), 4));
            }),
        spoil(
            "checked by nobody trusted",
            "unknown",
            "does not count: no key that the estate trusts",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "stranger", check(DIGEST, Map.of(), Map.of(), 4));
            }));
  }

  static Stream<Arguments> window() {
    return Stream.of(
        spoil(
            "at work", "pending", "Day shift", s -> s.now = Instant.parse("2026-11-23T08:00:00Z")),
        spoil(
            "in a freeze",
            "pending",
            "Stock count",
            s -> s.now = Instant.parse("2026-11-28T10:00:00Z")),
        spoil(
            "wanted later",
            "pending",
            "no earlier than Sun 2026-11-22 10:00 Europe/Vienna",
            s -> s.with("notBefore", "2026-11-22T09:00:00Z")),
        spoil(
            "deadline gone",
            "open",
            "can't be over by its deadline",
            s -> s.with("deadline", "2026-11-21T11:30:00Z")),
        spoil(
            "no time before the deadline",
            "open",
            "There is no free time of 1 h",
            s -> {
              s.now = Instant.parse("2026-11-28T10:00:00Z");
              s.with("deadline", "2026-11-28T18:00:00Z");
            }),
        spoil(
            "unreadable calendar",
            "unknown",
            "A calendar can't be read",
            s ->
                s.estate =
                    TestEstate.edited(t ->
                        t.replace(
                            "  events:\n    - {summary: Stock count, start: \"2026-11-28T00:00\", end: \"2026-11-30T00:00\"}",
                            "  events:\n    - {summary: Stock count, start: \"2026-11-28T00:00\", end: \"2026-11-30T00:00\", rrule: \"FREQ=SECONDLY;BYSETPOS=400\"}"))),
        spoil(
            "no risk policy",
            "unknown",
            "depends on the tier",
            s -> s.estate = TestEstate.edited(t -> withoutPolicy(t, "  riskPolicy: group\n"))));
  }

  static Stream<Arguments> approvals() {
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

  static Stream<Arguments> wayBack() {
    return Stream.of(
        spoil("no plan", "open", "does not say how to go back", s -> s.with("rollback", null)),
        spoil(
            "plan without steps",
            "open",
            "does not say how to go back",
            s -> s.with("rollback", "{duration: PT5M}")),
        spoil(
            "plan longer than the change",
            "open",
            "Going back takes 2 h, longer than the 1 h",
            s -> s.with("rollback", "{steps: [x], duration: PT2H}")),
        spoil(
            "no drill",
            "unknown",
            "No restore of production was ever proven",
            s -> s.without("drill")),
        spoil(
            "drill of another environment",
            "unknown",
            "ever proven",
            s ->
                s.without("drill")
                    .put("d", "drills", new Drill("staging", "b", true, List.of(), hoursAgo(1)))),
        spoil(
            "old drill",
            "unknown",
            "longer ago than the 90 days",
            s -> s.put("drill", "drills", Scenario.drill(hoursAgo(24 * 91), "PT1H", "PT1M"))),
        spoil(
            "untrusted drill",
            "unknown",
            "does not count: key staging-drills may speak about staging only",
            s -> s.put("drill", "staging-drills", Scenario.drill(hoursAgo(1), "PT1H", "PT1M"))),
        spoil(
            "too slow",
            "open",
            "Order to cash was back after 4 h 1 min, promised are 4 h",
            s -> s.put("drill", "drills", Scenario.drill(hoursAgo(1), "PT4H1M", "PT1M"))),
        spoil(
            "lost too much",
            "open",
            "Order to cash lost 16 min of work, at most 15 min",
            s -> s.put("drill", "drills", Scenario.drill(hoursAgo(1), "PT1H", "PT16M"))),
        spoil(
            "newer drill failed",
            "open",
            "The newest restore drill",
            s -> s.put("d", "drills", new Drill("production", "b", false, List.of(), hoursAgo(1)))),
        spoil(
            "newer drill slower",
            "open",
            "promised are 4 h",
            s -> s.put("d", "drills", Scenario.drill(hoursAgo(1), "PT5H", "PT1M"))),
        spoil(
            "process never measured",
            "unknown",
            "measured Newsletters",
            s -> s.with("services", "[odoo, mail]")),
        spoil(
            "every service touched",
            "unknown",
            "measured Newsletters",
            s -> s.with("services", null)),
        spoil(
            "exactly at the limits",
            "closed",
            "fast enough for Order to cash",
            s -> s.put("drill", "drills", Scenario.drill(hoursAgo(24 * 90), "PT4H", "PT15M"))));
  }

  static Stream<Arguments> promotion() {
    String artifact = Scenario.ARTIFACT;
    return Stream.of(
        spoil(
            "not tested in staging",
            "unknown",
            "tested in staging",
            s -> s.without("tested-staging")),
        spoil(
            "not brought into test",
            "unknown",
            "brought into test",
            s -> s.without("deployed-test")),
        spoil(
            "another artifact",
            "unknown",
            "this artifact was tested in test",
            s -> s.with("artifact", "sha256:" + "b2".repeat(32))),
        spoil(
            "test failed",
            "open",
            "It failed smoke in staging",
            s ->
                s.put(
                    "tested-staging",
                    "pipeline",
                    Scenario.tested("staging", "smoke", false, hoursAgo(1)))),
        spoil(
            "another suite failed",
            "open",
            "It failed load in staging",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "load", false, hoursAgo(99)))),
        spoil(
            "failed, then passed",
            "closed",
            "passed its tests",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "smoke", false, hoursAgo(99)))),
        spoil(
            "passed, then failed",
            "open",
            "It failed smoke",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "smoke", false, hoursAgo(1)))),
        spoil(
            "failed at the same instant",
            "open",
            "It failed smoke",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "smoke", false, hoursAgo(47)))),
        spoil(
            "deployment failed",
            "open",
            "could not be brought into test",
            s -> s.put("d", "pipeline", Scenario.deployed("test", false, hoursAgo(1)))),
        spoil(
            "tested with a revoked key",
            "unknown",
            "old-pipeline was revoked at",
            s ->
                s.put(
                    "tested-staging",
                    "old-pipeline",
                    Scenario.tested("staging", "smoke", true, hoursAgo(1)))),
        spoil(
            "a person's word",
            "unknown",
            "may not sign evidence of kind test-run",
            s ->
                s.put(
                    "tested-staging",
                    "owner",
                    new TestRun(artifact, "staging", "smoke", true, hoursAgo(1)))),
        spoil("no artifact named", "unknown", "names no artifact", s -> s.with("artifact", null)),
        spoil(
            "nothing to promote",
            "closed",
            "of kind config brings in no artifact",
            s -> s.with("artifact", null).with("kind", "config")));
  }

  static Stream<Arguments> incidents() {
    return Stream.of(
        spoil(
            "nobody looked",
            "unknown",
            "Nobody has stated which incidents are open",
            s -> s.without("incidents")),
        spoil(
            "a day old",
            "unknown",
            "more than a day ago",
            s -> s.put("incidents", "desk", Scenario.register(hoursAgo(24)))),
        spoil(
            "untrusted",
            "unknown",
            "does not count",
            s -> s.put("incidents", "pipeline", Scenario.register(hoursAgo(1)))),
        spoil(
            "open",
            "open",
            "I-1 (Database is down)",
            s -> s.put("incidents", "desk", Scenario.register(hoursAgo(1), incident(true)))),
        spoil(
            "open, does not say",
            "open",
            "I-1",
            s -> s.put("incidents", "desk", Scenario.register(hoursAgo(1), incident(null)))),
        spoil(
            "open, harmless",
            "closed",
            "1 incident open; none forbids",
            s -> s.put("incidents", "desk", Scenario.register(hoursAgo(1), incident(false)))),
        spoil(
            "open, permits it",
            "closed",
            "none forbids",
            s -> s.put("incidents", "desk", Scenario.register(hoursAgo(1), incident(true, NAME)))),
        spoil(
            "open, named by a change that is no emergency",
            "open",
            "no changes until it is resolved: I-1",
            s ->
                s.with("incident", "I-1")
                    .put("incidents", "desk", Scenario.register(hoursAgo(1), incident(true)))),
        spoil(
            "open, answered by an emergency",
            "closed",
            "It answers I-1",
            s ->
                s.with("incident", "I-1")
                    .with("kind", "emergency")
                    .put("incidents", "desk", Scenario.register(hoursAgo(1), incident(true)))),
        spoil(
            "open, an emergency answers another",
            "open",
            "no changes until it is resolved: I-1",
            s ->
                s.with("incident", "I-2")
                    .with("kind", "emergency")
                    .put("incidents", "desk", Scenario.register(hoursAgo(1), incident(true)))),
        spoil(
            "forbidden by a register nobody trusts",
            "closed",
            "x.json says that an incident forbids changes, but does not count: key pipeline",
            s -> s.put("x", "pipeline", Scenario.register(hoursAgo(1), incident(true)))),
        spoil(
            "resolved since",
            "closed",
            "No incident",
            s -> s.put("older", "desk", Scenario.register(hoursAgo(3), incident(true)))),
        spoil(
            "opened at the same instant",
            "open",
            "I-1",
            s -> s.put("other", "desk", Scenario.register(hoursAgo(2), incident(true)))),
        spoil(
            "from the future",
            "unknown",
            "which is in the future",
            s -> s.put("incidents", "desk", Scenario.register(hoursAgo(-1)))));
  }

  static Stream<Arguments> money() {
    return Stream.of(
        spoil("no price", "unknown", "what this change costs", s -> s.without("price")),
        spoil(
            "no budget state",
            "unknown",
            "what is left of budget core in 2026-11",
            s -> s.without("budget")),
        spoil(
            "too dear",
            "open",
            "It adds 1000.01 EUR a month; only 1000.00 EUR of budget core are left",
            s -> s.put("price", "costs", Scenario.price("1000.01 EUR"))),
        spoil(
            "just enough",
            "closed",
            "1000.00 EUR of budget core",
            s -> s.put("price", "costs", Scenario.price("1000.00 EUR"))),
        spoil(
            "saves money",
            "closed",
            "adds no cost",
            s -> s.without("budget").put("price", "costs", Scenario.price("-5.00 EUR"))),
        spoil(
            "other currency",
            "unknown",
            "in USD, the budget in EUR",
            s -> s.put("price", "costs", Scenario.price("1.00 USD"))),
        spoil(
            "spent in another currency",
            "unknown",
            "another currency",
            s -> s.put("budget", "costs", Scenario.budget("1.00 USD"))),
        spoil(
            "last month's state",
            "unknown",
            "what is left",
            s ->
                s.put(
                    "budget",
                    "costs",
                    new Cost(
                        "core",
                        YearMonth.of(2026, 10),
                        null,
                        Scenario.money("1 EUR"),
                        null,
                        null,
                        null,
                        hoursAgo(1)))),
        spoil(
            "price of another version",
            "unknown",
            "what this change costs",
            s ->
                s.put(
                    "price",
                    "costs",
                    new Cost(
                        "core",
                        YearMonth.of(2026, 11),
                        null,
                        null,
                        NAME,
                        OTHER_DIGEST,
                        Scenario.money("1 EUR"),
                        hoursAgo(1)))),
        spoil(
            "a key of staging only",
            "unknown",
            "does not count: key staging-drills",
            s -> s.put("price", "staging-drills", Scenario.price("1 EUR"))),
        spoil(
            "no budget",
            "unknown",
            "from no budget",
            s -> s.estate = TestEstate.edited(t -> t.replace("  budget: core\n", ""))));
  }

  @ParameterizedTest
  @MethodSource
  void rules(String state, String says, Spoil spoil) {
    expect("rules", state, says, spoil);
  }

  @ParameterizedTest
  @MethodSource
  void window(String state, String says, Spoil spoil) {
    expect("window", state, says, spoil);
  }

  @ParameterizedTest
  @MethodSource
  void approvals(String state, String says, Spoil spoil) {
    expect("approvals", state, says, spoil);
  }

  @ParameterizedTest
  @MethodSource
  void wayBack(String state, String says, Spoil spoil) {
    expect("way-back", state, says, spoil);
  }

  @ParameterizedTest
  @MethodSource
  void promotion(String state, String says, Spoil spoil) {
    expect("promotion", state, says, spoil);
  }

  @ParameterizedTest
  @MethodSource
  void incidents(String state, String says, Spoil spoil) {
    expect("incidents", state, says, spoil);
  }

  @ParameterizedTest
  @MethodSource
  void money(String state, String says, Spoil spoil) {
    expect("money", state, says, spoil);
  }

  private static void expect(String name, String state, String says, Spoil spoil) {
    Scenario scenario = new Scenario();
    spoil.what(scenario);
    Decision decision = scenario.decide();
    Contact contact =
        decision.contacts().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();

    assertThat(contact.reason()).contains(says);
    assertThat(contact.state().word()).as(contact.reason()).isEqualTo(state);
    assertThat(decision.outcome() == Outcome.GO)
        .isEqualTo(decision.contacts().stream().allMatch(c -> c.state() == State.CLOSED));
  }

  /** What a case spoils. */
  interface Spoil {
    void what(Scenario scenario);
  }

  private static Arguments spoil(String title, String state, String says, Spoil spoil) {
    return Arguments.of(state, says, Named.of(title, spoil));
  }

  private static ManifestFindings findings(Finding finding) {
    return new ManifestFindings(
        List.of(finding), 12, List.of(), List.of(), Touched.NOTHING, CheckBasis.NOTHING);
  }

  private static Finding finding(Severity severity, Verdict verdict, boolean waived) {
    Finding finding =
        new Finding(
            "no-open-ports",
            "No open ports",
            "deny",
            severity,
            verdict,
            new Subject("kubernetes", "v1/Service", "a", "a"),
            new SourceRef("m.yaml", 3, 5),
            "too open",
            "close it",
            null,
            "f");
    return waived
        ? finding.waivedBy(
            new AppliedWaiver("w", "owner", "for now", Scenario.NOW.plus(Duration.ofDays(1))))
        : finding;
  }

  private static CheckResult check(
      String digest, Map<String, Integer> broken, Map<String, Integer> unknown, int resources) {
    return new CheckResult(NAME, digest, "production", broken, unknown, resources, hoursAgo(3));
  }

  private static OpenIncident incident(@Nullable Boolean forbids, String... permits) {
    return new OpenIncident("I-1", "Database is down", forbids, List.of(permits));
  }

  /** Production asks for a policy; as a staging environment it may go without. */
  private static String withoutPolicy(String estate, String line) {
    return productionWithout(estate, line).replace("  tier: production", "  tier: staging");
  }

  private static String productionWithout(String estate, String line) {
    int at = estate.indexOf("metadata: {name: production}\nspec:\n  displayName: Production");
    UnaryOperator<String> cut = text -> text.replaceFirst(line, "");
    return estate.substring(0, at) + cut.apply(estate.substring(at));
  }
}
