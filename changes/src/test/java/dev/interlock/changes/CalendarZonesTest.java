package dev.interlock.changes;

import static dev.interlock.changes.CalendarMeaningTest.FROM;
import static dev.interlock.changes.CalendarMeaningTest.taken;
import static dev.interlock.changes.CalendarMeaningTest.vienna;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar.Effect;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose time zone counts, how zones are named, and days that a zone has left out. */
class CalendarZonesTest {

  @Test
  void a_day_whose_midnight_was_left_out_begins_when_clocks_resumed() {
    // Toronto went from 23:30 on 1919-03-30 to 00:30 on the next day.
    Windows windows =
        TestEstate.plant("toronto", "America/Toronto")
            .file("c", Effect.FREEZE, "DTSTART;VALUE=DATE:19190331")
            .windows();

    assertThat(taken(windows, Instant.parse("1919-03-01T00:00:00Z")))
        .containsExactly("1919-03-31T04:30Z/1919-04-01T04:00Z");
  }

  @Test
  void a_day_that_a_zone_left_out_takes_no_time() {
    Windows windows =
        TestEstate.plant("apia", "Pacific/Apia")
            .file("c", Effect.FREEZE, "DTSTART;VALUE=DATE:20111230")
            .windows();

    assertThat(taken(windows, Instant.parse("2011-12-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void the_zone_of_an_event_wins_over_the_plants() {
    assertThat(vienna("DTSTART;TZID=America/Chicago:20260601T060000\nDURATION:PT1H"))
        .containsExactly("2026-06-01T11:00Z/2026-06-01T12:00Z");
    assertThat(vienna("DTSTART:20260601T060000Z\nDURATION:PT1H"))
        .containsExactly("2026-06-01T06:00Z/2026-06-01T07:00Z");
    assertThat(vienna("DTSTART:20260601T060000\nDURATION:PT1H"))
        .containsExactly("2026-06-01T04:00Z/2026-06-01T05:00Z");
  }

  @Test
  void windows_names_and_long_names_of_zones_are_understood() {
    List<String> nine = List.of("2026-06-01T07:00Z/2026-06-01T08:00Z");
    String rest = ":20260601T090000\nDURATION:PT1H";
    assertThat(vienna("DTSTART;TZID=W. Europe Standard Time" + rest)).isEqualTo(nine);
    assertThat(vienna("DTSTART;TZID=\"W. Europe Standard Time\"" + rest)).isEqualTo(nine);
    assertThat(vienna("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Vienna" + rest))
        .isEqualTo(nine);
  }

  @Test
  void a_zone_that_the_file_defines_is_used_when_nobody_else_knows_it() {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:Customized Time Zone
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1
        DTSTART;TZID=Customized Time Zone:20260101T090000
        DURATION:PT1H
        RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=1,7
        END:VEVENT\
        """;
    Windows windows =
        TestEstate.plant("plant", "Asia/Kolkata")
            .wholeFile("c", Effect.FREEZE, TestEstate.ics(zone))
            .windows();

    assertThat(taken(windows, FROM))
        .containsExactly(
            "2026-01-01T08:00Z/2026-01-01T09:00Z", "2026-07-01T07:00Z/2026-07-01T08:00Z");
  }
}
