package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a calendar can be read in two ways, nothing goes out: neither in an ALLOW nor a FREEZE. */
class DoubtfulCalendarTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final String TIMES = "DTSTART:20260601T060000Z\nDTEND:20260601T220000Z\n";
  private static final String DAILY = "UID:1\nDTSTART;VALUE=DATE:20260601\n";
  private static final String GAP =
      """
      DTSTART;TZID=Europe/Vienna:20260329T023000
      DTEND;TZID=Europe/Vienna:20260329T033000
      RRULE:FREQ=DAILY
      """;
  private static final String WEEKLY = event("UID:s\n" + TIMES + "RRULE:FREQ=WEEKLY\n");

  static Stream<Arguments> doubts() {
    return Stream.of(
        Arguments.of("METHOD:CANCEL\n" + event("UID:1\n" + TIMES), 4, "METHOD:CANCEL"),
        Arguments.of("METHOD:PUBLISH\nMETHOD:X\n" + event("UID:1\n" + TIMES), 5, "METHOD:X"),
        Arguments.of("CALSCALE:CHINESE\n" + event("UID:1\n" + TIMES), 4, "CALSCALE:CHINESE"),
        Arguments.of(
            event("UID:1\n" + TIMES)
                + "END:VCALENDAR\nBEGIN:VCALENDAR\nMETHOD:cancel\n"
                + event("UID:1\n" + TIMES + "SEQUENCE:1\n"),
            11,
            "METHOD:cancel"),
        Arguments.of(
            event("UID:1\n" + TIMES) + event("UID:1\nDTSTART;VALUE=DATE:20260701\n"),
            9,
            "the same UID"),
        Arguments.of(
            event("UID:a\n" + TIMES) + event("UID:A\n" + TIMES + "SEQUENCE:1\n"),
            9,
            "only in letter case"),
        Arguments.of(
            WEEKLY + exception(":20260601T060000Z", "") + exception(":20260601T060000Z", CANCELLED),
            16,
            "the same UID"),
        Arguments.of(
            WEEKLY + exception(";RANGE=THISANDPRIOR:20260601T060000Z", CANCELLED), 12, "RANGE"),
        Arguments.of(
            event("UID:1\n" + TIMES + "EXDATE;RANGE=THISANDFUTURE:20260601T060000Z\n"), 8, "RANGE"),
        Arguments.of(
            event("UID:1\n" + TIMES + "RDATE;VALUE=DATE;VALUE=PERIOD:20260601\n"), 8, "twice"),
        Arguments.of(exception(";RANGE=THISANDFUTURE:20260601T060000Z", ""), 4, "series"),
        Arguments.of(event("RECURRENCE-ID:20260601T060000Z\n" + TIMES), 5, "UID"),
        Arguments.of(event("UID:1\n" + TIMES + "STATUS:CONFIRMED\n" + CANCELLED), 9, "STATUS"),
        Arguments.of(event("UID:1\n" + TIMES + "DTEND:20260601T110000Z\n"), 8, "DTEND"),
        Arguments.of(event("UID:1\n" + TIMES + "STATUS;X-A=1:CANCELED\n"), 8, "CANCELED"),
        Arguments.of(event("UID:1\n" + TIMES + "STATUS:\n"), 8, "STATUS"),
        Arguments.of(
            event("UID:1\n" + TIMES + "RRULE:FREQ=DAILY\nRRULE:FREQ=YEARLY\n"), 9, "RRULE"),
        Arguments.of(
            event("UID:1\nDTSTART;VALUE=DATE:20260601T060000Z\nDURATION:PT9H\n"), 6, "VALUE"),
        Arguments.of(event("UID:1\nDTSTART;VALUE=TEXT:20260601\n"), 6, "VALUE"),
        Arguments.of(
            event(DAILY + "RRULE:FREQ=DAILY;COUNT=10\nEXDATE:20260603T220000Z\n"),
            8,
            "EXDATE is a time"),
        Arguments.of(
            event(DAILY + "RRULE:FREQ=DAILY;UNTIL=20260603T220000Z\n"), 7, "UNTIL is a time"),
        Arguments.of(event(DAILY + "RDATE:20260603T220000Z\n"), 7, "RDATE is a time"),
        Arguments.of(
            event(DAILY + "RDATE;VALUE=PERIOD:20260603T180000/PT4H\n"), 7, "RDATE is a time"),
        Arguments.of(event("UID:1\n" + TIMES + "RDATE;VALUE=DATE:20260603\n"), 8, "RDATE is a day"),
        Arguments.of(
            event(DAILY.replace("UID:1", "UID:s") + "RRULE:FREQ=DAILY\n")
                + exception(":20260603T220000Z", CANCELLED),
            9,
            "RECURRENCE-ID is a time"),
        Arguments.of(
            event("UID:1\nDTSTART:20260601T060000\nDTEND:20260601T220000Z\n"), 7, "time zone"),
        Arguments.of(
            event("UID:1\nDTSTART;TZID=Europe/Vienna:20260601T060000\nDTEND:20260601T220000\n"),
            7,
            "time zone"),
        Arguments.of(
            event("UID:1\n" + TIMES + "RDATE;VALUE=PERIOD:20260601T060000/20260601T220000Z\n"),
            8,
            "time zone"),
        Arguments.of(event("UID:1\n" + TIMES + "RDATE:20260602T060000\n"), 8, "no time zone"),
        Arguments.of(event("UID:1\n" + TIMES + "EXDATE:20260602T060000\n"), 8, "no time zone"),
        Arguments.of(WEEKLY + exception(":20260608T060000", CANCELLED), 10, "no time zone"),
        Arguments.of(event("UID:1\n" + GAP), 7, "set forward"),
        Arguments.of(
            WEEKLY
                + exception(":20260601T060000Z", "")
                + exception(";VALUE=DATE:20260601", "SEQUENCE:1\n" + CANCELLED),
            16,
            "same occurrence"),
        Arguments.of(
            WEEKLY.replace("0000Z", "0000")
                + exception(":20260601T040000Z", "SEQUENCE:1\n" + CANCELLED)
                + exception(":20260601T060000", ""),
            18,
            "same occurrence"),
        Arguments.of(
            exception(":20260601T060000", "")
                + exception(":20260601T040000Z", "SEQUENCE:1\n" + CANCELLED),
            10,
            "same occurrence"),
        Arguments.of(
            event("UID:1\n" + TIMES) + "BEGIN:VAVAILABILITY\nBUSYTYPE:BUSY\nEND:VAVAILABILITY\n",
            9,
            "VAVAILABILITY"),
        Arguments.of(task("DTSTART:20260601T060000Z\nDUE:20260601T220000Z\n"), 4, "VTODO has"),
        Arguments.of(task("DTSTART:20260601T060000Z\nDURATION:PT4H\n"), 4, "VTODO has"),
        Arguments.of(
            task("SUMMARY:x\n").replace("SUMMARY:x\n", event("UID:1\n" + TIMES)),
            4,
            "within its VTODO"),
        Arguments.of(zone("+0200") + zone("+0900") + IN_ODD_ZONE, 22, "more than once"),
        Arguments.of(
            zone("+0200").replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0200\nTZOFFSETTO:+0900")
                + IN_ODD_ZONE,
            15,
            "TZOFFSETTO"));
  }

  private static final String CANCELLED = "STATUS:CANCELLED\n";
  private static final String IN_ODD_ZONE =
      event("UID:1\nDTSTART;TZID=Odd:20260601T060000\nDURATION:PT9H\n");

  @ParameterizedTest(name = "{2} {0}")
  @MethodSource("doubts")
  void what_can_be_read_in_two_ways_is_an_error_with_its_line(String text, int line, String why) {
    for (Effect effect : new Effect[] {Effect.ALLOW, Effect.FREEZE}) {
      Windows windows = windows(effect, text);

      assertThat(windows.problems())
          .as("%s %s", effect, text)
          .anySatisfy(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.message()).contains(why);
            assertThat(problem.source().line()).isEqualTo(line);
          });
      assertThat(answer(windows)).isInstanceOf(WindowAnswer.Unknown.class);
    }
  }

  @Test
  void words_of_the_standard_count_in_any_letter_case() {
    String ended = WEEKLY + exception(";range=\"thisAndFuture\":20260601T060000Z", CANCELLED);

    assertThat(answer(windows(Effect.ALLOW, ended))).isInstanceOf(WindowAnswer.Closed.class);
    assertThat(answer(windows(Effect.FREEZE, "METHOD:publish\n" + event("UID:1\n" + TIMES))))
        .isInstanceOf(WindowAnswer.Closed.class);
    assertThat(answer(windows(Effect.FREEZE, event("UID:1\nstatus:cancelled\n" + TIMES))))
        .isEqualTo(new WindowAnswer.Free());
  }

  @Test
  void the_same_event_twice_and_a_later_version_of_it_are_no_doubt() {
    String first = event("UID:1\n" + TIMES);
    String later = event("UID:1\nSEQUENCE:1\n" + TIMES + CANCELLED);

    assertThat(answer(windows(Effect.FREEZE, first + first)))
        .isInstanceOf(WindowAnswer.Closed.class);
    assertThat(answer(windows(Effect.FREEZE, later + first))).isEqualTo(new WindowAnswer.Free());
    assertThat(answer(windows(Effect.ALLOW, first + later)))
        .isInstanceOf(WindowAnswer.Closed.class);
  }

  @Test
  void the_later_version_of_an_occurrence_holds_in_whichever_zone_it_is_named() {
    String called = exception(":20260601T060000Z", "SEQUENCE:5\n" + CANCELLED);
    String planned = exception(";TZID=Europe/Vienna:20260601T080000", "");

    for (String text : new String[] {planned + called, called + planned}) {
      for (String series : new String[] {WEEKLY, ""}) {
        assertThat(answer(windows(Effect.ALLOW, series + text)))
            .isInstanceOf(WindowAnswer.Closed.class);
        assertThat(answer(windows(Effect.FREEZE, series + text)))
            .isEqualTo(new WindowAnswer.Free());
      }
    }
  }

  @Test
  void exceptions_as_days_and_as_times_may_stand_side_by_side() {
    String text =
        WEEKLY
            + exception(";VALUE=DATE:20260608", CANCELLED)
            + exception(":20260601T060000Z", CANCELLED);

    assertThat(answer(windows(Effect.FREEZE, text))).isEqualTo(new WindowAnswer.Free());
  }

  @Test
  void tasks_that_take_no_time_or_are_called_off_are_no_doubt() {
    for (String task :
        new String[] {
          task("DUE:20260601T220000Z\n"),
          task("DTSTART:20260601T060000Z\n"),
          task(CANCELLED + "DTSTART:20260601T060000Z\nDUE:20260601T220000Z\n")
        }) {
      assertThat(answer(windows(Effect.FREEZE, task))).isEqualTo(new WindowAnswer.Free());
    }
  }

  @Test
  void a_freeze_without_a_zone_that_the_plants_clock_leaves_out_is_unknown() {
    Windows windows =
        windows(Effect.FREEZE, event("UID:1\n" + GAP.replace(";TZID=Europe/Vienna", "")));

    assertThat(windows.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("no time in Europe/Vienna"));
    assertThat(answer(windows)).isInstanceOf(WindowAnswer.Unknown.class);
  }

  @Test
  void an_occurrence_that_takes_place_after_all_forbids_but_does_not_allow() {
    String text =
        WEEKLY.replace("UID", CANCELLED + "UID") + exception(":20260601T060000Z", "SEQUENCE:1\n");

    assertThat(answer(windows(Effect.FREEZE, text))).isInstanceOf(WindowAnswer.Closed.class);
    assertThat(answer(windows(Effect.ALLOW, text))).isInstanceOf(WindowAnswer.Closed.class);
  }

  private static WindowAnswer answer(Windows windows) {
    return windows.at(NOON, Duration.ofHours(1), WindowScope.of(WindowRule.FREE));
  }

  /** A plant at work around the clock, so that an ALLOW that does not hold leaves it closed. */
  private static Windows windows(Effect effect, String text) {
    TestEstate estate = TestEstate.plant("linz", "Europe/Vienna");
    TestEstate plant = effect == Effect.ALLOW ? estate.shift("00:00", "23:59") : estate;
    return plant.wholeFile("c", effect, TestEstate.ics(text.strip())).windows();
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\n" + lines + "END:VEVENT\n";
  }

  private static String task(String lines) {
    return "BEGIN:VTODO\n" + lines + "END:VTODO\n";
  }

  private static String exception(String original, String more) {
    return event("UID:s\nRECURRENCE-ID" + original + "\n" + TIMES + more);
  }

  private static String zone(String offset) {
    return "BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\n"
        + "TZOFFSETTO:"
        + offset
        + "\nEND:STANDARD\nEND:VTIMEZONE\n";
  }
}
