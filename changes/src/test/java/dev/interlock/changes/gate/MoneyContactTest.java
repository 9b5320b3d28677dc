package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.ContactCases.spoil;
import static dev.interlock.changes.gate.Scenario.NAME;
import static dev.interlock.changes.gate.Scenario.OTHER_DIGEST;
import static dev.interlock.changes.gate.Scenario.hoursAgo;

import dev.interlock.evidence.Cost;
import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The money is there: the contact in each of its states. */
class MoneyContactTest {

  private static final String OTHER =
      """
      ---
      apiVersion: interlock.dev/v1
      kind: Budget
      metadata: {name: other}
      spec: {displayName: Other, monthly: 1.00 EUR}
      """;

  static Stream<Arguments> cases() {
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
            "newer word of what is spent leaves the forecast",
            "open",
            "only 0.00 EUR of budget core are left",
            s ->
                s.put("budget", "costs", Scenario.budget("10000.00 EUR"))
                    .put("spent", "costs", state("6000.00 EUR", null, hoursAgo(1)))),
        spoil(
            "newer forecast leaves what is spent",
            "open",
            "only 100.00 EUR of budget core are left",
            s ->
                s.put("spent", "costs", state("9900.00 EUR", null, hoursAgo(20)))
                    .put("budget", "costs", Scenario.budget("7000.00 EUR"))),
        spoil(
            "newer forecast replaces the older one",
            "closed",
            "1000.00 EUR of budget core are left",
            s -> s.put("older", "costs", state(null, "9999.00 EUR", hoursAgo(20)))),
        spoil(
            "two forecasts of one instant",
            "open",
            "only 1.00 EUR of budget core are left",
            s -> s.put("same", "costs", state(null, "9999.00 EUR", hoursAgo(12)))),
        spoil(
            "newer spent in another currency",
            "unknown",
            "another currency",
            s -> s.put("spent", "costs", state("1.00 USD", null, hoursAgo(1)))),
        spoil(
            "newer price of these bytes under another name",
            "unknown",
            "is stated for a change called \"New-Modules\"",
            s -> s.put("newer", "costs", named("New-Modules", hoursAgo(1)))),
        spoil(
            "two prices of one instant, one in another currency",
            "unknown",
            "in USD, the budget in EUR",
            s -> s.put("other", "costs", Scenario.price("100.00 USD"))),
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
            "newer price against another budget",
            "unknown",
            "is stated against budget other, but it is paid from budget core",
            s -> {
              s.estate = TestEstate.edited(t -> t + OTHER);
              s.put("newer", "costs", price("other", hoursAgo(1)));
            }),
        spoil(
            "newer price against a budget that nobody knows",
            "unknown",
            "the estate has no budget \"gone\"",
            s -> s.put("newer", "costs", price("gone", hoursAgo(1)))),
        spoil(
            "older price against another budget",
            "closed",
            "It adds",
            s -> {
              s.estate = TestEstate.edited(t -> t + OTHER);
              s.put("older", "costs", price("other", hoursAgo(99)));
            }),
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

  private static Cost state(@Nullable String spent, @Nullable String forecast, Instant at) {
    return new Cost(
        "core",
        YearMonth.of(2026, 11),
        spent == null ? null : Scenario.money(spent),
        forecast == null ? null : Scenario.money(forecast),
        null,
        null,
        null,
        at);
  }

  private static Cost named(String change, Instant at) {
    return new Cost(
        "core",
        YearMonth.of(2026, 11),
        null,
        null,
        change,
        Scenario.DIGEST,
        Scenario.money("99999 EUR"),
        at);
  }

  private static Cost price(String budget, Instant at) {
    return new Cost(
        budget,
        YearMonth.of(2026, 11),
        null,
        null,
        NAME,
        Scenario.DIGEST,
        Scenario.money("99999 EUR"),
        at);
  }

  @ParameterizedTest
  @MethodSource
  void cases(String state, String says, ContactCases.Spoil spoil) {
    ContactCases.expect("money", state, says, spoil);
  }
}
