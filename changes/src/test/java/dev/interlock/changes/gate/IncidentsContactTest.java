package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.ContactCases.spoil;
import static dev.interlock.changes.gate.Scenario.NAME;
import static dev.interlock.changes.gate.Scenario.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.IncidentRegister.OpenIncident;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No incident forbids it: the contact in each of its states. */
class IncidentsContactTest {

  static Stream<Arguments> cases() {
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
            "Nobody has stated which incidents are open in production.",
            s -> s.put("incidents", "desk", Scenario.register(hoursAgo(-1)))));
  }

  @Test
  void what_is_said_later_is_not_mentioned_for_an_earlier_instant() {
    Scenario scenario = new Scenario();
    scenario.put("later", "desk", Scenario.register(hoursAgo(-1), incident(true)));

    assertThat(scenario.contact("incidents").reason()).isEqualTo("No incident is open.");
  }

  @ParameterizedTest
  @MethodSource
  void cases(String state, String says, ContactCases.Spoil spoil) {
    ContactCases.expect("incidents", state, says, spoil);
  }

  private static OpenIncident incident(@Nullable Boolean forbids, String... permits) {
    return new OpenIncident("I-1", "Database is down", forbids, List.of(permits));
  }
}
