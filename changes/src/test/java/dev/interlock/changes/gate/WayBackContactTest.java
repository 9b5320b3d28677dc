package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.ContactCases.spoil;
import static dev.interlock.changes.gate.Scenario.hoursAgo;

import dev.interlock.evidence.Drill;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** There is a way back: the contact in each of its states. */
class WayBackContactTest {

  /** A good drill that says nothing about the process that is touched. */
  private static final Drill ANOTHER = drill(true, "newsletters", 1);

  private static Drill drill(boolean verified, String process, long hoursAgo) {
    return drill(verified, hoursAgo, process);
  }

  private static Drill drill(boolean verified, long hoursAgo, String... processes) {
    List<Drill.Measured> measured =
        Stream.of(processes)
            .map(p -> new Drill.Measured(p, Duration.ofHours(1), Duration.ofMinutes(1)))
            .toList();
    return new Drill("production", "database", verified, measured, hoursAgo(hoursAgo));
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        spoil("no plan", "open", "does not say how to go back", s -> s.with("rollback", null)),
        spoil(
            "plan without steps",
            "open",
            "does not say how to go back",
            s -> s.with("rollback", "{duration: PT5M}")),
        spoil(
            "plan whose steps say nothing",
            "open",
            "does not say how to go back",
            s -> s.with("rollback", "{steps: [' ', '-', \"\\u200b\"], duration: PT5M}")),
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
            "newer drill measured nothing",
            "closed",
            "Order to cash when last measured, Wed 2026-11-11 12:00 Europe/Vienna.",
            s -> s.put("d", "drills", new Drill("production", "b", true, List.of(), hoursAgo(1)))),
        spoil(
            "newer drill failed in the same place under another name",
            "unknown",
            "the estate has no environment \"Production\" (did you mean \"production\"?). Have it sent",
            s -> s.put("d", "drills", new Drill("Production", "b", false, List.of(), hoursAgo(1)))),
        spoil(
            "drill failed in a place that is no more",
            "closed",
            "fast enough",
            s -> s.put("d", "drills", new Drill("basement", "b", false, List.of(), hoursAgo(1)))),
        spoil(
            "measured in a drill that failed, and not in the good one since",
            "open",
            "Order to cash was last measured Sat 2026-11-21 10:00 Europe/Vienna, in a restore that"
                + " failed.",
            s ->
                s.put("bad", "drills", drill(false, "order-to-cash", 2))
                    .put("good", "drills", ANOTHER)),
        spoil(
            "measured again since a drill failed",
            "closed",
            "fast enough for Order to cash",
            s ->
                s.put("bad", "drills", drill(false, "order-to-cash", 2))
                    .put("good", "drills", drill(true, "order-to-cash", 1))),
        spoil(
            "one of two drills of an instant failed",
            "open",
            "in a restore that failed",
            s ->
                s.put("drill", "drills", drill(true, "order-to-cash", 2))
                    .put("bad", "drills", drill(false, "order-to-cash", 2))
                    .put("good", "drills", ANOTHER)),
        spoil(
            "newer drill measured it under another spelling",
            "unknown",
            "measured \"Order to cash\", a process that the estate does not have (did you mean"
                + " \"order-to-cash\"?)",
            s -> s.put("d", "drills", drill(true, "Order to cash", 1))),
        spoil(
            "newer drill measured what nobody knows",
            "unknown",
            "measured \"cash\", a process that the estate does not have",
            s -> s.put("d", "drills", drill(true, "cash", 1))),
        spoil(
            "measured by its name since",
            "closed",
            "fast enough for Order to cash",
            s -> s.put("d", "drills", drill(true, "order_to_cash", 24 * 11))),
        spoil(
            "the newer drill measured it by its name and a process that is no more",
            "closed",
            "fast enough for Order to cash",
            s -> s.put("d", "drills", drill(true, 1, "cash", "order-to-cash"))),
        spoil(
            "the newer drill measured it in two spellings",
            "unknown",
            "measured \"order_to_cash\"",
            s -> s.put("d", "drills", drill(true, 1, "order_to_cash", "order-to-cash"))),
        spoil(
            "the newer drill means a process that is not touched",
            "closed",
            "Order to cash when last measured",
            s -> s.put("d", "drills", drill(true, "News Letters", 1))),
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

  @ParameterizedTest
  @MethodSource
  void cases(String state, String says, ContactCases.Spoil spoil) {
    ContactCases.expect("way-back", state, says, spoil);
  }
}
