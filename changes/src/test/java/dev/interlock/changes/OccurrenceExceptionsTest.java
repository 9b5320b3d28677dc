package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar.Effect;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RECURRENCE-ID: single occurrences, and all from one on, that differ from their series. */
class OccurrenceExceptionsTest {

  private static final String SERIES =
      "BEGIN:VEVENT\nUID:s\nDTSTART:20260601T060000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\n";

  @Test
  void a_moved_occurrence_takes_the_new_time_only() {
    assertThat(
            starts(SERIES, exception("RECURRENCE-ID:20260608T060000", "DTSTART:20260609T100000")))
        .containsExactly("06-01T04:00", "06-09T08:00", "06-15T04:00", "06-22T04:00");
  }

  @Test
  void an_exception_may_stand_before_its_series_and_name_the_original_in_another_zone() {
    assertThat(
            starts(exception("RECURRENCE-ID:20260608T040000Z", "DTSTART:20260609T100000"), SERIES))
        .containsExactly("06-01T04:00", "06-09T08:00", "06-15T04:00", "06-22T04:00");
    assertThat(
            starts(
                SERIES,
                exception(
                    "RECURRENCE-ID;TZID=Asia/Kolkata:20260608T093000", "DTSTART:20260609T100000")))
        .containsExactly("06-01T04:00", "06-09T08:00", "06-15T04:00", "06-22T04:00");
  }

  @Test
  void a_cancelled_occurrence_does_not_happen() {
    assertThat(
            starts(
                SERIES,
                exception(
                    "RECURRENCE-ID:20260608T060000", "DTSTART:20260608T060000\nSTATUS:CANCELLED")))
        .containsExactly("06-01T04:00", "06-15T04:00", "06-22T04:00");
  }

  @Test
  void this_and_future_moves_all_later_occurrences_alike() {
    assertThat(
            starts(
                SERIES,
                exception(
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260615T060000",
                    "DTSTART:20260616T070000")))
        .containsExactly("06-01T04:00", "06-08T04:00", "06-16T05:00", "06-23T05:00");
  }

  @Test
  void this_and_future_can_end_a_series_and_single_exceptions_win_over_it() {
    assertThat(
            starts(
                SERIES,
                exception(
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260615T060000",
                    "DTSTART:20260615T060000\nSTATUS:CANCELLED"),
                exception("RECURRENCE-ID:20260622T060000", "DTSTART:20260622T120000")))
        .containsExactly("06-01T04:00", "06-08T04:00", "06-22T10:00");
  }

  @Test
  void this_and_future_keeps_the_instant_of_what_it_does_not_move() {
    String series =
        "BEGIN:VEVENT\nUID:s\nDTSTART:20261024T023000\nDURATION:PT1H\nRDATE:20261025T013000Z\nEND:VEVENT\n";
    assertThat(
            starts(
                series,
                exception(
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261024T023000",
                    "DTSTART:20261024T023000\nDURATION:PT2H")))
        .containsExactly("10-24T00:30", "10-25T01:30");
    String daily =
        "BEGIN:VEVENT\nUID:s\nDTSTART:20261024T023000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\n";
    assertThat(
            starts(
                daily,
                exception(
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261025T003000Z",
                    "DTSTART:20261025T013000Z")))
        .containsExactly("10-24T00:30", "10-25T01:30", "10-26T01:30");
  }

  @Test
  void the_newest_version_of_an_exception_holds() {
    String old = "DTSTART:20260609T100000\nSEQUENCE:1";
    String newest = "DTSTART:20260610T100000\nSEQUENCE:2";
    assertThat(
            starts(
                SERIES,
                exception("RECURRENCE-ID:20260608T060000", newest),
                exception("RECURRENCE-ID:20260608T060000", old)))
        .containsExactly("06-01T04:00", "06-10T08:00", "06-15T04:00", "06-22T04:00");
  }

  @Test
  void an_exception_without_its_series_still_happens() {
    assertThat(starts(exception("RECURRENCE-ID:20260608T060000", "DTSTART:20260609T100000")))
        .containsExactly("06-09T08:00");
  }

  @Test
  void an_occurrence_moved_into_the_range_from_far_away_is_found() {
    String series =
        "BEGIN:VEVENT\nUID:s\nDTSTART:20200601T060000\nDURATION:PT1H\nRRULE:FREQ=YEARLY;COUNT=2\nEND:VEVENT\n";
    assertThat(
            starts(series, exception("RECURRENCE-ID:20210601T060000", "DTSTART:20260609T100000")))
        .containsExactly("06-09T08:00");
  }

  private static String exception(String id, String lines) {
    return "BEGIN:VEVENT\nUID:s\n"
        + id
        + "\n"
        + lines
        + (lines.contains("DURATION") ? "" : "\nDURATION:PT1H")
        + "\nEND:VEVENT\n";
  }

  private static List<String> starts(String... components) {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .wholeFile("c", Effect.FREEZE, TestEstate.ics(String.join("", components).strip()))
            .windows();
    return CalendarMeaningTest.taken(windows, Instant.parse("2026-01-01T00:00:00Z")).stream()
        .map(text -> text.substring(5, 16))
        .toList();
  }
}
