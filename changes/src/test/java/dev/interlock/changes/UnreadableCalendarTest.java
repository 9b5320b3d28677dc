package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar;
import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import dev.interlock.finding.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A calendar that can't be read makes answers unknown, with file, line and reason; never free. */
class UnreadableCalendarTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  static Stream<Arguments> brokenEvents() {
    return Stream.of(
        Arguments.of("SUMMARY:x", 4, "WIN009", "the event has no DTSTART"),
        Arguments.of("DTSTART:2026-06-01", 6, "WIN006", "\"2026-06-01\" is not a date like"),
        Arguments.of("DTSTART:20260231T060000", 6, "WIN006", "\"20260231\" is not a day"),
        Arguments.of("DTSTART:20260201T250000", 6, "WIN006", "is not a time of the day"),
        Arguments.of("DTSTART;TZID=Mars/Olympus:20260201T060000", 6, "WIN008", "Mars/Olympus"),
        Arguments.of("DTSTART:20260201T060000\nDURATION:4 hours", 7, "WIN006", "4 hours"),
        Arguments.of("DTSTART:20260201T060000\nDURATION:-PT4H", 7, "WIN006", "-PT4H"),
        Arguments.of("DTSTART:20260201T060000\nDTEND:20260201T050000", 7, "WIN009", "ends before"),
        Arguments.of("DTSTART:20260201T060000\nDTEND;VALUE=DATE:20260202", 7, "WIN009", "a day"),
        Arguments.of(
            "DTSTART:20260201T060000\nDTEND:20260201T070000\nDURATION:PT1H", 8, "WIN009", "both"),
        rule("FREQ=OFTEN", "needs FREQ"),
        rule("INTERVAL=2", "needs FREQ"),
        rule("FREQ=DAILY;INTERVAL=0", "expected 1 or more"),
        rule("FREQ=DAILY;COUNT=2;UNTIL=20260301T000000Z", "exclude each other"),
        rule("FREQ=DAILY;BYMOON=1", "does not know"),
        rule("FREQ=DAILY;BYDAY=1MO", "n-th weekday"),
        rule("FREQ=MONTHLY;BYWEEKNO=3", "BYWEEKNO needs YEARLY"),
        rule("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS needs another part"),
        rule("FREQ=MONTHLY;BYMONTHDAY=32", "expected 1 to 31"),
        rule("FREQ=DAILY;RSCALE=CHINESE", "does not know"),
        Arguments.of(
            "DTSTART:20260201T060000\nEXRULE:FREQ=DAILY", 7, "WIN010", "EXRULE left the standard"),
        Arguments.of(
            "DTSTART:20260201T060000\nRDATE;VALUE=PERIOD:20260201T060000", 7, "WIN009", "period"));
  }

  private static Arguments rule(String rule, String why) {
    return Arguments.of("DTSTART:20260201T060000\nDURATION:PT1H\nRRULE:" + rule, 8, "WIN007", why);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenEvents")
  void a_broken_event_is_named_with_its_line(String event, int line, String code, String why) {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna").file("c", Effect.BUSY, event).windows();

    assertThat(windows.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.message()).contains(why);
          assertThat(problem.source().file()).isEqualTo("c.ics");
          assertThat(problem.source().line()).isEqualTo(line);
        });
    assertThat(windows.at(NOW, HOUR, WindowScope.of(WindowRule.FREE)))
        .isInstanceOf(WindowAnswer.Unknown.class);
    assertThat(windows.next(NOW, HOUR, WindowScope.of(WindowRule.FREE), Windows.FARTHEST))
        .isEqualTo(new NextWindow.Unknown(windows.problems()));
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void a_file_that_is_no_calendar_makes_answers_unknown(String text, int line) {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna").wholeFile("c", Effect.FREEZE, text).windows();

    assertThat(windows.at(NOW, HOUR, WindowScope.of(WindowRule.OUTSIDE_FREEZE)))
        .isInstanceOfSatisfying(
            WindowAnswer.Unknown.class,
            unknown ->
                assertThat(unknown.problems().getFirst().source().toString())
                    .isEqualTo("c.ics:" + line));
  }

  static Stream<Arguments> brokenFiles() {
    String whole = TestEstate.ics("BEGIN:VEVENT\nUID:1\nDTSTART:20260101T000000\nEND:VEVENT");
    return Stream.of(
        Arguments.of("", 1),
        Arguments.of("<html>not found</html>\n", 1),
        Arguments.of(whole.substring(0, whole.indexOf("END:VCALENDAR")), 7),
        Arguments.of(whole.substring(0, whole.indexOf("END:VEVENT")), 6),
        Arguments.of(whole.replace("UID:1", "UID"), 5),
        Arguments.of("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(5000), 12));
  }

  @Test
  void every_broken_event_of_a_file_is_reported_at_once() {
    String events = "BEGIN:VEVENT\nUID:1\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:x\nEND:VEVENT";
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .wholeFile("c", Effect.FREEZE, TestEstate.ics(events))
            .windows();

    assertThat(windows.problems()).extracting(p -> p.source().line()).containsExactly(4, 9);
  }

  @Test
  void what_does_not_exist_is_unknown() {
    Windows calendar = TestEstate.plant("linz", "Europe/Vienna").uses("ghost").windows();
    assertThat(codes(calendar)).containsExactly("WIN003");
    assertThat(calendar.at(NOW, HOUR, WindowScope.of(WindowRule.OUTSIDE_FREEZE)))
        .isInstanceOf(WindowAnswer.Unknown.class);

    Windows environment = Windows.of(TestEstate.environment("UTC").estate(), Map.of(), "ghost");
    assertThat(codes(environment)).containsExactly("WIN001");
    assertThat(environment.at(NOW, HOUR, WindowScope.of(WindowRule.FREE)))
        .isInstanceOf(WindowAnswer.Unknown.class);
  }

  @Test
  void a_missing_file_is_reported_where_it_is_named() {
    Calendar calendar =
        new Calendar("c", Effect.FREEZE, null, "gone.ics", List.of(), List.of(), List.of());
    Windows windows = TestEstate.plant("linz", "Europe/Vienna").calendar("c", calendar).windows();

    assertThat(windows.problems())
        .singleElement()
        .extracting(Diagnostic::render)
        .isEqualTo(
            "estate.yaml:3:1: error: spec.file: the calendar file \"gone.ics\" could not be read [WIN004]");
  }

  @Test
  void a_broken_inline_event_is_reported_by_its_path() {
    Calendar.Event event =
        new Calendar.Event("x", "tomorrow", null, "PT1H", null, List.of(), List.of());
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna").inline("c", Effect.FREEZE, event).windows();

    assertThat(windows.problems().getFirst().render())
        .startsWith("estate.yaml:3:1: error: spec.events[0]: \"tomorrow\" is neither a day");
  }

  @Test
  void an_inline_event_of_whole_days_has_no_times_beside_it() {
    for (Calendar.Event event :
        List.of(
            day("FREQ=DAILY;UNTIL=20260603T220000Z", List.of(), List.of()),
            day("FREQ=DAILY", List.of("2026-06-03T22:00"), List.of()),
            day("FREQ=DAILY", List.of(), List.of("2026-06-03T22:00")))) {
      Windows windows =
          TestEstate.plant("linz", "Europe/Vienna").inline("c", Effect.FREEZE, event).windows();

      assertThat(windows.problems())
          .singleElement()
          .satisfies(problem ->
              assertThat(problem.render())
                  .contains("spec.events[0]: ")
                  .contains(" is a time, but the event takes whole days"));
    }
  }

  private static Calendar.Event day(String rule, List<String> exdates, List<String> rdates) {
    return new Calendar.Event("x", "2026-06-01", null, null, rule, exdates, rdates);
  }

  @Test
  void a_rule_of_every_second_for_years_ends_in_a_diagnostic() {
    for (String rule :
        List.of(
            "FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=2000000000", "FREQ=MINUTELY;BYSECOND=1,3,5")) {
      Windows windows =
          TestEstate.plant("linz", "Europe/Vienna")
              .file("c", Effect.FREEZE, "DTSTART:19700101T000000\nDURATION:PT1S\nRRULE:" + rule)
              .windows();

      assertThat(windows.at(NOW, Duration.ofDays(365), WindowScope.of(WindowRule.FREE)))
          .isInstanceOfSatisfying(
              WindowAnswer.Unknown.class,
              unknown -> assertThat(unknown.problems().getFirst().code()).isEqualTo("WIN011"));
    }
  }

  @Test
  void an_unreadable_calendar_that_has_no_say_changes_nothing() {
    Windows busy =
        TestEstate.plant("linz", "Europe/Vienna").file("c", Effect.BUSY, "SUMMARY:x").windows();

    assertThat(busy.at(NOW, HOUR, WindowScope.of(WindowRule.OUTSIDE_FREEZE)))
        .isEqualTo(new WindowAnswer.Free());
    assertThat(busy.at(NOW, HOUR, WindowScope.of(WindowRule.ANY)))
        .isEqualTo(new WindowAnswer.Free());
    String broken = TestEstate.ics("BEGIN:VEVENT\nEND:VEVENT");
    Windows otherTier =
        TestEstate.plant("linz", "Europe/Vienna")
            .calendarFile("c", Effect.FREEZE, List.of("high"), broken)
            .windows();
    assertThat(otherTier.at(NOW, HOUR, new WindowScope(WindowRule.FREE, "low", Set.of())))
        .isEqualTo(new WindowAnswer.Free());
    assertThat(otherTier.at(NOW, HOUR, WindowScope.of(WindowRule.FREE)))
        .isInstanceOf(WindowAnswer.Unknown.class);
  }

  @Test
  void an_event_without_length_is_a_warning_and_holds_at_no_time() {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .file("c", Effect.FREEZE, "DTSTART:20261123T121500Z")
            .windows();

    assertThat(windows.problems()).singleElement().matches(problem -> !problem.isError());
    assertThat(windows.at(NOW, HOUR, WindowScope.of(WindowRule.FREE)))
        .isEqualTo(new WindowAnswer.Free());
  }

  @Test
  void times_and_lengths_that_no_calendar_reaches_are_unknown() {
    Windows windows = TestEstate.plant("linz", "Europe/Vienna").shift("06:00", "14:00").windows();
    WindowScope scope = WindowScope.of(WindowRule.FREE);
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);

    for (WindowAnswer answer :
        List.of(
            windows.at(Instant.MAX, HOUR, scope),
            windows.at(Instant.MIN, HOUR, scope),
            windows.at(NOW, ages, scope))) {
      assertThat(answer)
          .isInstanceOfSatisfying(
              WindowAnswer.Unknown.class,
              unknown -> assertThat(unknown.problems().getFirst().code()).isEqualTo("WIN014"));
    }
    assertThat(windows.next(Instant.MAX, HOUR, scope, HOUR)).isInstanceOf(NextWindow.Unknown.class);
    assertThat(windows.next(NOW, ages, scope, HOUR)).isInstanceOf(NextWindow.Unknown.class);
    assertThat(windows.next(NOW, HOUR, scope, Duration.ofHours(-1)))
        .isEqualTo(new NextWindow.None(NOW.minus(HOUR), List.of()));
  }

  @Test
  void free_busy_lists_and_series_that_turn_into_days_are_refused_with_their_line() {
    String parts =
        """
        BEGIN:VEVENT
        UID:1
        DTSTART:20260601T060000
        DURATION:PT1H
        RRULE:FREQ=DAILY
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        RECURRENCE-ID;RANGE=THISANDFUTURE:20260605T060000
        DTSTART;VALUE=DATE:20260605
        END:VEVENT
        BEGIN:VFREEBUSY
        UID:2
        END:VFREEBUSY\
        """;
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .wholeFile("c", Effect.FREEZE, TestEstate.ics(parts))
            .windows();

    assertThat(windows.problems())
        .extracting(p -> p.code() + " " + p.source().line())
        .containsExactlyInAnyOrder("WIN010 15", "WIN009 10");
  }

  private static List<String> codes(Windows windows) {
    return windows.problems().stream().map(Diagnostic::code).toList();
  }
}
