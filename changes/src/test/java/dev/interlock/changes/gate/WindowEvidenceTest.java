package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import org.junit.jupiter.api.Test;

/** What the window rests on, and what it makes of a plant that is silent. */
class WindowEvidenceTest {

  private static final String SHIFTS_OF_SOUTH =
      "  shifts:\n    - {name: Day shift, days: [monday, tuesday, wednesday, thursday, friday],"
          + " start: \"06:00\", end: \"14:00\"}\n";

  private static Contact window(String shifts) {
    Scenario scenario = new Scenario();
    scenario.estate = TestEstate.edited(t -> t.replace(SHIFTS_OF_SOUTH, shifts));
    return scenario.contact("window");
  }

  @Test
  void a_closed_window_names_every_calendar_that_was_asked_with_its_digest() {
    assertThat(new Scenario().contact("window").evidence())
        .hasSize(3)
        .anyMatch(label -> label.matches("calendar shifts of north \\(sha256:[0-9a-f]{12}\\)"))
        .anyMatch(label -> label.matches("calendar shifts of south \\(sha256:[0-9a-f]{12}\\)"))
        .anyMatch(label -> label.matches("calendar freezes \\(sha256:[0-9a-f]{12}\\)"));
  }

  @Test
  void the_digest_is_of_what_the_calendar_says() {
    Contact edited = window(SHIFTS_OF_SOUTH.replace("14:00", "15:00"));

    assertThat(edited.evidence()).isNotEqualTo(new Scenario().contact("window").evidence());
    assertThat(window(SHIFTS_OF_SOUTH).evidence())
        .isEqualTo(new Scenario().contact("window").evidence());
  }

  @Test
  void a_tier_that_asks_no_calendar_names_none() {
    Scenario scenario = new Scenario().with("kind", "scaling").with("template", "scale-workers");

    assertThat(scenario.decide().tier()).isEqualTo("standard");
    assertThat(scenario.contact("window").evidence()).isEmpty();
  }

  @Test
  void nobody_has_said_when_a_plant_works() {
    Contact silent = window("");

    assertThat(silent.state()).isEqualTo(State.UNKNOWN);
    assertThat(silent.reason())
        .contains("nobody has said when plant south works")
        .contains("declare its shifts");
  }

  @Test
  void a_calendar_for_other_changes_does_not_say_when_a_plant_works() {
    for (String narrowed : new String[] {"tiers: [high]", "services: [mail]"}) {
      Contact silent = busyCalendar(narrowed);

      assertThat(silent.state()).as(narrowed).isEqualTo(State.UNKNOWN);
      assertThat(silent.reason())
          .contains("nobody has said when plant south works for such a change")
          .contains("a calendar of effect busy for every tier and service");
    }
  }

  @Test
  void a_calendar_for_this_change_or_for_all_says_when_a_plant_works() {
    for (String narrowed : new String[] {"tiers: [normal]", "services: [odoo]", "tiers: []"}) {
      assertThat(busyCalendar(narrowed).state()).as(narrowed).isEqualTo(State.CLOSED);
    }
  }

  private static Contact busyCalendar(String narrowed) {
    Scenario scenario = new Scenario();
    scenario.estate =
        TestEstate.edited(t ->
            t.replace(SHIFTS_OF_SOUTH, "  calendars: [works]\n")
                + "---\napiVersion: interlock.dev/v1\nkind: Calendar\nmetadata: {name: works}\n"
                + "spec:\n  displayName: Works\n  effect: busy\n  "
                + narrowed
                + "\n  events:\n    - {summary: Work, start: \"2026-01-05T06:00\", duration: PT8H,"
                + " rrule: FREQ=WEEKLY}\n");
    return scenario.contact("window");
  }

  @Test
  void a_shift_that_allows_changes_says_that_they_do_no_harm() {
    assertThat(
            window(
                    "  shifts:\n    - {name: All day, days: [saturday], start: \"00:00\","
                        + " end: \"23:59\", changesAllowed: true}\n")
                .state())
        .isEqualTo(State.CLOSED);
  }
}
