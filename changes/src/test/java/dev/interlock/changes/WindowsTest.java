package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

  private static final WindowScope FREE = WindowScope.of(WindowRule.FREE);

  @Test
  void a_slot_after_the_shift_is_free_and_one_within_is_not() {
    Windows windows = TestEstate.plant("linz", "Europe/Vienna").shift("06:00", "14:00").windows();

    assertThat(windows.at(Instant.parse("2026-11-23T13:00:00Z"), Duration.ofHours(1), FREE))
        .isEqualTo(new WindowAnswer.Free());
    assertThat(windows.at(Instant.parse("2026-11-23T12:30:00Z"), Duration.ofHours(1), FREE))
        .isInstanceOfSatisfying(
            WindowAnswer.Closed.class,
            closed ->
                assertThat(closed.closures())
                    .singleElement()
                    .extracting(Closure::sentence)
                    .isEqualTo(
                        "plant linz: \"Shift 06:00\" (shifts), Mon 2026-11-23 06:00 to"
                            + " Mon 2026-11-23 14:00 Europe/Vienna"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_closure_that_outlasts_the_slot_is_told_to_its_own_end(boolean inMemory) {
    Windows fresh =
        TestEstate.plant("linz", "Europe/Vienna")
            .shift("06:00", "14:00")
            .file("sunday", Effect.ALLOW, "DTSTART:20270103T030000\nDURATION:PT8H\nSUMMARY:Rest")
            .windows();
    Windows windows =
        inMemory
            ? fresh.prepared(
                Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-27T00:00:00Z"))
            : fresh;
    assertThat(
            windows.at(
                Instant.parse("2026-11-25T20:00:00Z"),
                Duration.ofMinutes(90),
                WindowScope.of(WindowRule.MAINTENANCE)))
        .isInstanceOfSatisfying(
            WindowAnswer.Closed.class,
            closed ->
                assertThat(closed.closures())
                    .singleElement()
                    .extracting(closure -> closure.until().toInstant())
                    .isEqualTo(Instant.parse("2027-01-03T02:00:00Z")));
  }

  @Test
  void the_next_window_is_the_end_of_the_last_closure_with_every_step_of_the_proof() {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .shift("06:00", "14:00")
            .file("close", Effect.FREEZE, "DTSTART:20261123T140000\nDURATION:PT8H\nSUMMARY:Close")
            .windows();

    NextWindow next =
        windows.next(
            Instant.parse("2026-11-23T08:00:00Z"), Duration.ofHours(2), FREE, Duration.ofDays(10));

    assertThat(next)
        .isInstanceOfSatisfying(
            NextWindow.Found.class,
            found -> {
              assertThat(found.start()).isEqualTo("2026-11-23T21:00:00Z");
              assertThat(found.blocked()).hasSize(2);
              assertThat(found.blocked().getFirst().from()).isEqualTo("2026-11-23T08:00:00Z");
              assertThat(found.blocked().getLast().until()).isEqualTo(found.start());
            });
  }

  @Test
  void a_long_closure_is_not_hidden_by_a_short_one_within_it() {
    String two =
        """
        BEGIN:VEVENT
        UID:long
        DTSTART:20261101T000000Z
        DURATION:P30D
        END:VEVENT
        BEGIN:VEVENT
        UID:short
        DTSTART:20261110T000000Z
        DURATION:PT1H
        END:VEVENT\
        """;
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .wholeFile("close", Effect.FREEZE, TestEstate.ics(two))
            .windows()
            .prepared(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

    assertThat(windows.at(Instant.parse("2026-11-20T00:00:00Z"), Duration.ofHours(1), FREE))
        .isInstanceOf(WindowAnswer.Closed.class);
  }

  @Test
  void an_allowed_window_far_inside_a_long_closure_is_found() {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .file("busy", Effect.BUSY, "DTSTART:20260101T000000Z\nDURATION:P600D")
            .file("allow", Effect.ALLOW, "DTSTART:20260801T100000Z\nDURATION:PT3H")
            .windows();
    Instant from = Instant.parse("2026-01-15T00:00:00Z");

    NextWindow next = windows.next(from, Duration.ofHours(2), FREE, Windows.FARTHEST);

    assertThat(next)
        .isInstanceOfSatisfying(
            NextWindow.Found.class,
            found -> {
              assertThat(found.start()).isEqualTo("2026-08-01T10:00:00Z");
              assertThat(found.blocked()).hasSize(1);
            });
    assertThat(windows.next(from, Duration.ofHours(4), FREE, Windows.FARTHEST))
        .isInstanceOf(NextWindow.None.class);
  }

  @Test
  void an_allow_of_one_plant_does_not_lift_the_work_of_another() {
    TestEstate estate =
        TestEstate.plant("linz", "Europe/Vienna")
            .shift("06:00", "14:00")
            .file("shutdown", Effect.ALLOW, "DTSTART;VALUE=DATE:20261123")
            .andPlant("pune", "Asia/Kolkata")
            .shift("10:00", "18:00");
    Instant at = Instant.parse("2026-11-23T09:00:00Z");

    assertThat(estate.windows().at(at, Duration.ofHours(1), FREE))
        .isInstanceOfSatisfying(
            WindowAnswer.Closed.class,
            closed ->
                assertThat(closed.closures()).extracting(Closure::plant).containsExactly("pune"));
    estate.andEnvironment().file("all", Effect.ALLOW, "DTSTART:20261123T080000Z\nDURATION:PT4H");
    assertThat(estate.windows().at(at, Duration.ofHours(1), FREE))
        .isEqualTo(new WindowAnswer.Free());
  }

  @Test
  void a_freeze_forbids_whatever_is_allowed() {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .file("shutdown", Effect.ALLOW, "DTSTART;VALUE=DATE:20261123")
            .file("count", Effect.FREEZE, "DTSTART:20261123T100000\nDURATION:PT1H\nSUMMARY:Count")
            .windows();

    for (WindowRule rule : WindowRule.values()) {
      WindowAnswer answer =
          windows.at(
              Instant.parse("2026-11-23T09:30:00Z"), Duration.ofHours(1), WindowScope.of(rule));
      assertThat(answer instanceof WindowAnswer.Free).isEqualTo(rule == WindowRule.ANY);
    }
  }

  @Test
  void a_calendar_for_some_services_forbids_when_it_may_be_meant_and_allows_when_it_surely_is() {
    WindowScope odoo = new WindowScope(WindowRule.FREE, null, Set.of("odoo"));
    WindowScope both = new WindowScope(WindowRule.FREE, null, Set.of("odoo", "redis"));
    Set<String> only = Set.of("odoo");

    assertThat(odoo.holds(Effect.FREEZE, Set.of(), only)).isTrue();
    assertThat(both.holds(Effect.FREEZE, Set.of(), only)).isTrue();
    assertThat(FREE.holds(Effect.FREEZE, Set.of(), only)).isTrue();
    assertThat(odoo.holds(Effect.FREEZE, Set.of(), Set.of("redis"))).isFalse();
    assertThat(odoo.holds(Effect.ALLOW, Set.of(), only)).isTrue();
    assertThat(both.holds(Effect.ALLOW, Set.of(), only)).isFalse();
    assertThat(FREE.holds(Effect.ALLOW, Set.of(), only)).isFalse();
    assertThat(FREE.holds(Effect.ALLOW, Set.of("normal"), Set.of())).isFalse();
  }

  @Test
  void a_calendar_for_several_plants_holds_in_each_ones_own_time() {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .file("count", Effect.FREEZE, "DTSTART:20261123T100000\nDURATION:PT1H")
            .andPlant("joliet", "America/Chicago")
            .uses("count")
            .windows();

    assertThat(CalendarMeaningTest.taken(windows, Instant.parse("2026-11-01T00:00:00Z")))
        .containsExactly(
            "2026-11-23T09:00Z/2026-11-23T10:00Z", "2026-11-23T16:00Z/2026-11-23T17:00Z");
  }

  @Test
  void a_start_within_a_second_is_rounded_up() {
    Windows windows = TestEstate.plant("linz", "Europe/Vienna").windows();

    assertThat(
            windows.next(
                Instant.parse("2026-11-23T08:00:00.5Z"),
                Duration.ofHours(1),
                FREE,
                Windows.FARTHEST))
        .isInstanceOfSatisfying(
            NextWindow.Found.class,
            found -> assertThat(found.start()).isEqualTo("2026-11-23T08:00:01Z"));
  }
}
