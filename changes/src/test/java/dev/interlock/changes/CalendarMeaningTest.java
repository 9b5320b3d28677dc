package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar;
import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What single words of RFC 5545 come to, in files and inline. */
class CalendarMeaningTest {

  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void a_time_in_a_gap_is_read_with_the_offset_before_it() {
    // Clocks in Vienna go from 02:00 to 03:00 on 2026-03-29.
    assertThat(vienna("DTSTART:20260329T023000\nDURATION:PT1H"))
        .containsExactly("2026-03-29T01:30Z/2026-03-29T02:30Z");
  }

  @Test
  void a_time_that_occurs_twice_is_the_first_of_the_two() {
    assertThat(vienna("DTSTART:20261025T023000\nDURATION:PT1H"))
        .containsExactly("2026-10-25T00:30Z/2026-10-25T01:30Z");
  }

  @Test
  void a_day_is_23_hours_long_when_clocks_go_forward_and_24_hours_are_24_hours() {
    assertThat(vienna("DTSTART:20260328T120000\nDURATION:P1D"))
        .containsExactly("2026-03-28T11:00Z/2026-03-29T10:00Z");
    assertThat(vienna("DTSTART:20260328T120000\nDURATION:PT24H"))
        .containsExactly("2026-03-28T11:00Z/2026-03-29T11:00Z");
    assertThat(vienna("DTSTART;VALUE=DATE:20260329"))
        .containsExactly("2026-03-28T23:00Z/2026-03-29T22:00Z");
  }

  @Test
  void an_end_gives_every_occurrence_the_same_exact_length() {
    assertThat(vienna("DTSTART:20260327T220000\nDTEND:20260328T060000\nRRULE:FREQ=DAILY;COUNT=3"))
        .containsExactly(
            "2026-03-27T21:00Z/2026-03-28T05:00Z",
            "2026-03-28T21:00Z/2026-03-29T05:00Z",
            "2026-03-29T20:00Z/2026-03-30T04:00Z");
  }

  @Test
  void whole_days_end_before_their_last_day_and_last_one_day_without_an_end() {
    assertThat(vienna("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260604"))
        .containsExactly("2026-05-31T22:00Z/2026-06-03T22:00Z");
    assertThat(vienna("DTSTART;VALUE=DATE:20260601"))
        .containsExactly("2026-05-31T22:00Z/2026-06-01T22:00Z");
    assertThat(vienna("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260601"))
        .containsExactly("2026-05-31T22:00Z/2026-06-01T22:00Z");
  }

  @Test
  void until_in_utc_is_an_instant_and_until_as_a_day_is_the_whole_day() {
    // 22:00 in Vienna is 21:00 UTC in winter.
    String event = "DTSTART:20260105T220000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=";
    assertThat(vienna(event + "20260106T210000Z")).hasSize(2);
    assertThat(vienna(event + "20260106T205959Z")).hasSize(1);
    assertThat(vienna(event + "20260106T220000")).hasSize(2);
    assertThat(vienna(event + "20260106")).hasSize(2);
  }

  @Test
  void extra_dates_may_be_periods_with_their_own_length() {
    assertThat(
            vienna(
                """
                DTSTART:20260601T060000
                DURATION:PT1H
                RDATE;VALUE=PERIOD:20260602T060000/PT2H,20260603T060000/20260603T090000
                RDATE:20260604T060000\
                """))
        .containsExactly(
            "2026-06-01T04:00Z/2026-06-01T05:00Z",
            "2026-06-02T04:00Z/2026-06-02T06:00Z",
            "2026-06-03T04:00Z/2026-06-03T07:00Z",
            "2026-06-04T04:00Z/2026-06-04T05:00Z");
  }

  @Test
  void an_extra_date_in_another_zone_keeps_its_instant_in_the_hour_that_occurs_twice() {
    String event = "DTSTART:20261001T080000\nDURATION:PT1H\n";
    String first = "2026-10-01T06:00Z/2026-10-01T07:00Z";
    assertThat(vienna(event + "RDATE:20261025T003000Z,20261025T013000Z"))
        .containsExactly(
            first, "2026-10-25T00:30Z/2026-10-25T01:30Z", "2026-10-25T01:30Z/2026-10-25T02:30Z");
    assertThat(vienna(event + "RDATE;VALUE=PERIOD:20261025T013000Z/PT2H,20261025T014500Z/PT3H"))
        .containsExactly(
            first, "2026-10-25T01:30Z/2026-10-25T03:30Z", "2026-10-25T01:45Z/2026-10-25T04:45Z");
    assertThat(vienna(event + "RDATE:20261025T003000Z,20261025T013000Z\nEXDATE:20261025T003000Z"))
        .containsExactly(first, "2026-10-25T01:30Z/2026-10-25T02:30Z");
  }

  @Test
  void exceptions_match_by_instant_or_by_day() {
    String event = "DTSTART:20260601T060000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n";
    assertThat(vienna(event + "EXDATE:20260602T060000,20260603T040000Z"))
        .containsExactly(
            "2026-06-01T04:00Z/2026-06-01T05:00Z", "2026-06-04T04:00Z/2026-06-04T05:00Z");
    assertThat(vienna(event + "EXDATE;VALUE=DATE:20260601,20260602,20260603"))
        .containsExactly("2026-06-04T04:00Z/2026-06-04T05:00Z");
    assertThat(vienna(event + "EXDATE:20260602T070000")).hasSize(4);
  }

  @Test
  void the_first_start_counts_even_when_the_rule_would_not_pick_it() {
    assertThat(vienna("DTSTART:20260601T060000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3"))
        .containsExactly(
            "2026-06-01T04:00Z/2026-06-01T05:00Z",
            "2026-06-02T04:00Z/2026-06-02T05:00Z",
            "2026-06-09T04:00Z/2026-06-09T05:00Z");
  }

  @Test
  void month_end_close_takes_the_first_and_last_working_days() {
    assertThat(
            vienna(
                "DTSTART:20260130T180000\nDURATION:PT6H\n"
                    + "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1;COUNT=5"))
        .extracting(text -> text.substring(0, 10))
        .containsExactly("2026-01-30", "2026-02-02", "2026-02-27", "2026-03-02", "2026-03-31");
  }

  @Test
  void cancelled_events_do_not_count_and_transparent_ones_do() {
    assertThat(vienna("DTSTART;VALUE=DATE:20260601\nSTATUS:CANCELLED")).isEmpty();
    assertThat(vienna("DTSTART;VALUE=DATE:20260601\nTRANSP:TRANSPARENT")).hasSize(1);
  }

  @Test
  void planned_events_forbid_but_do_not_allow() {
    String tentative = "DTSTART;VALUE=DATE:20260601\nSTATUS:TENTATIVE";
    assertThat(vienna(tentative)).hasSize(1);
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .shift("06:00", "14:00")
            .file("maybe", Effect.ALLOW, tentative)
            .windows();

    assertThat(
            windows.at(
                Instant.parse("2026-06-01T08:00:00Z"),
                Duration.ofHours(1),
                WindowScope.of(WindowRule.FREE)))
        .isInstanceOf(WindowAnswer.Closed.class);
  }

  @Test
  void line_ends_folds_empty_lines_and_a_byte_order_mark_make_no_difference() {
    String plain =
        TestEstate.ics(
            "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260601\nSUMMARY:A\\, b\nEND:VEVENT");
    String folded = plain.replace("VALUE=DATE:2026", "VALUE=D\n ATE:20\n\t26");
    for (String text :
        List.of(
            plain,
            folded,
            plain.replace("\n", "\r\n"),
            folded.replace("\n", "\r\n"),
            plain.replace("\nUID", "\n\nUID"),
            "\uFEFF" + plain)) {
      Windows windows =
          TestEstate.plant("linz", "Europe/Vienna").wholeFile("c", Effect.FREEZE, text).windows();
      assertThat(taken(windows, FROM)).containsExactly("2026-05-31T22:00Z/2026-06-01T22:00Z");
    }
  }

  @Test
  void inline_events_mean_the_same_as_events_in_files() {
    assertThat(inline("2026-03-28T12:00", null, "P1D", null, List.of()))
        .containsExactly("2026-03-28T11:00Z/2026-03-29T10:00Z");
    assertThat(inline("2026-06-01", "2026-06-04", null, null, List.of()))
        .containsExactly("2026-05-31T22:00Z/2026-06-03T22:00Z");
    assertThat(
            inline(
                "2026-06-01T06:00",
                "2026-06-01T07:00",
                null,
                "FREQ=DAILY;COUNT=3",
                List.of("2026-06-02")))
        .containsExactly(
            "2026-06-01T04:00Z/2026-06-01T05:00Z", "2026-06-03T04:00Z/2026-06-03T05:00Z");
  }

  private static List<String> inline(
      String start,
      @Nullable String end,
      @Nullable String duration,
      @Nullable String rule,
      List<String> exdates) {
    Calendar.Event event =
        new Calendar.Event("event", start, end, duration, rule, exdates, List.of());
    return taken(
        TestEstate.plant("linz", "Europe/Vienna").inline("c", Effect.FREEZE, event).windows(),
        FROM);
  }

  static List<String> vienna(String event) {
    return taken(
        TestEstate.plant("linz", "Europe/Vienna").file("c", Effect.FREEZE, event).windows(), FROM);
  }

  /** All events of a year, as {@code start/end} in UTC. */
  static List<String> taken(Windows windows, Instant from) {
    WindowAnswer answer =
        windows.at(from, Duration.ofDays(365), WindowScope.of(WindowRule.OUTSIDE_FREEZE));
    return switch (answer) {
      case WindowAnswer.Free _ -> List.of();
      case WindowAnswer.Closed(List<Closure> closures) ->
          closures.stream()
              .sorted(Comparator.comparing(Closure::from))
              .map(c -> utc(c.from().toInstant()) + "/" + utc(c.until().toInstant()))
              .toList();
      case WindowAnswer.Unknown(var problems, _) -> throw new AssertionError(problems.toString());
    };
  }

  private static String utc(Instant instant) {
    return instant.atOffset(java.time.ZoneOffset.UTC).toString();
  }
}
