package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.Scenario.NOW;
import static dev.interlock.changes.gate.Scenario.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.evidence.Predicate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a clock that runs fast has dated is not lost to older good news. */
class FastClockTest {

  private static final Instant SOON = NOW.plusSeconds(60);

  static Stream<Arguments> badNews() {
    return Stream.of(
        Arguments.of("approvals", "owner", new Scenario().refusal("owner", "service-owner", SOON)),
        Arguments.of("incidents", "desk", Scenario.register(SOON)),
        Arguments.of("way-back", "drills", Scenario.drill(SOON, "PT9H", "PT9H")),
        Arguments.of("promotion", "pipeline", Scenario.tested("staging", "smoke", false, SOON)),
        Arguments.of("promotion", "pipeline", Scenario.deployed("staging", false, SOON)),
        Arguments.of("money", "costs", Scenario.budget("1.00 EUR", SOON)));
  }

  private static Scenario with(String key, Predicate says, boolean present) {
    Scenario scenario = new Scenario().put("fast", key, says);
    scenario.present = present;
    return scenario;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badNews")
  void at_present_it_makes_the_contact_unknown(String contact, String key, Predicate says) {
    Scenario scenario = with(key, says, true);

    Contact judged = scenario.contact(contact);

    assertThat(judged.state()).isEqualTo(State.UNKNOWN);
    assertThat(judged.reason())
        .contains("fast.json")
        .contains("made at 2026-11-21T11:01:00Z, which is in the future")
        .contains("here it is 2026-11-21T11:00:00Z")
        .contains("clock");
    assertThat(judged.evidence()).anyMatch(label -> label.startsWith("fast.json"));
    assertThat(scenario.decide().outcome()).isEqualTo(Outcome.STOP);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badNews")
  void for_an_instant_that_was_named_it_was_not_known_yet(
      String contact, String key, Predicate says) {
    assertThat(with(key, says, false).contact(contact)).isEqualTo(new Scenario().contact(contact));
  }

  @Test
  void once_its_time_has_come_it_counts() {
    Scenario scenario = with("drills", Scenario.drill(SOON, "PT9H", "PT9H"), true);
    scenario.now = SOON;

    assertThat(scenario.contact("way-back").state()).isEqualTo(State.OPEN);
  }

  @Test
  void what_the_key_may_not_say_disturbs_nobody() {
    for (String key : List.of("stranger", "pipeline", "release-one")) {
      Scenario scenario = with(key, new Scenario().refusal("owner", "service-owner", SOON), true);

      assertThat(scenario.decide().outcome()).as(key).isEqualTo(Outcome.GO);
    }
  }

  @Test
  void what_it_says_about_another_environment_or_change_disturbs_nobody() {
    Scenario other = new Scenario();
    other.digest = Scenario.OTHER_DIGEST;
    Predicate elsewhere = other.refusal("owner", "service-owner", SOON);

    assertThat(with("owner", elsewhere, true).decide().outcome()).isEqualTo(Outcome.GO);
  }

  @Test
  void a_second_artifact_has_its_bad_news_too() {
    Scenario scenario = new Scenario().with("artifacts", "[\"" + Scenario.OTHER_DIGEST + "\"]");
    for (String environment : List.of("test", "staging")) {
      scenario.put("d-" + environment, "pipeline", second(environment, true, hoursAgo(40)));
      scenario.put("t-" + environment, "pipeline", passed(environment));
    }
    scenario.present = true;
    Contact before = scenario.contact("promotion");
    scenario.put("fast", "pipeline", second("staging", false, SOON));

    assertThat(before.state()).isEqualTo(State.CLOSED);
    assertThat(scenario.contact("promotion").state()).isEqualTo(State.UNKNOWN);
  }

  private static Predicate second(String environment, boolean good, Instant at) {
    return new dev.interlock.evidence.Deployment(
        Scenario.OTHER_DIGEST, environment, null, null, good, at);
  }

  private static Predicate passed(String environment) {
    return new dev.interlock.evidence.TestRun(
        Scenario.OTHER_DIGEST, environment, "smoke", true, hoursAgo(39));
  }
}
