package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.ContactCases.productionWithout;
import static dev.interlock.changes.gate.ContactCases.spoil;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The plants can spare the time: the contact in each of its states. */
class WindowContactTest {

  static Stream<Arguments> cases() {
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

  @ParameterizedTest
  @MethodSource
  void cases(String state, String says, ContactCases.Spoil spoil) {
    ContactCases.expect("window", state, says, spoil);
  }

  /** Production asks for a policy; as a staging environment it may go without. */
  private static String withoutPolicy(String estate, String line) {
    return productionWithout(estate, line).replace("  tier: production", "  tier: staging");
  }
}
