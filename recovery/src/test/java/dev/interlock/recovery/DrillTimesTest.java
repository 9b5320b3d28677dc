package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.DrillSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When drills are due, also in the nights in which clocks change. */
class DrillTimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOVEMBER = Instant.parse("2026-11-22T12:00:00Z");

  private static DrillTimes times(
      String name, int days, @Nullable String start, @Nullable String end) {
    return new DrillTimes(
        name,
        new DrillSchedule(
            Duration.ofDays(days),
            start == null ? null : LocalTime.parse(start),
            end == null ? null : LocalTime.parse(end),
            BERLIN,
            null),
        BERLIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 30})
  void a_year_has_one_in_each_period_and_all_within_the_hours(int days) {
    DrillTimes times = times("core-production", days, "20:00", "05:00");
    Instant end = NOVEMBER.plus(Duration.ofDays(365));
    int drills = 0;
    for (Instant at = times.next(NOVEMBER); at.isBefore(end); at = times.next(at)) {
      assertThat(times.open(at)).as(at.toString()).isTrue();
      assertThat(times.latest(at)).isEqualTo(at);
      assertThat(times.latest(times.next(at).minusSeconds(1))).isEqualTo(at);
      LocalTime local = at.atZone(BERLIN).toLocalTime();
      assertThat(local.getHour() >= 20 || local.getHour() < 5).as(local.toString()).isTrue();
      drills++;
    }
    assertThat(drills).isBetween(365 / days, 365 / days + 1);
  }

  @Test
  void the_hours_keep_their_place_on_the_clock_when_it_changes() {
    DrillTimes times = times("core-production", 1, "20:00", "20:01");
    Instant winter = times.latest(Instant.parse("2026-03-28T23:00:00Z"));
    Instant summer = times.next(winter);

    assertThat(winter.atZone(BERLIN).toLocalTime())
        .isBetween(LocalTime.of(20, 0), LocalTime.of(20, 1));
    assertThat(Duration.between(winter, summer)).isEqualTo(Duration.ofHours(23));
    assertThat(Duration.between(summer, times.next(summer))).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void an_hour_that_clocks_skip_makes_it_due_once_all_the_same() {
    DrillTimes times = times("core-production", 1, "02:00", "03:00");
    Instant before = times.next(Instant.parse("2026-03-28T00:00:00Z"));
    Instant skipped = times.next(before);

    assertThat(skipped).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(times.open(skipped)).as("nothing is left of the hours").isFalse();
    assertThat(times.next(skipped).atZone(BERLIN).toLocalDate()).hasToString("2026-03-30");
  }

  @Test
  void an_hour_that_clocks_repeat_makes_it_due_once() {
    Instant begin = Instant.parse("2026-10-24T23:59:00Z");
    Instant end = Instant.parse("2026-10-25T02:00:00Z");
    for (int i = 0; i < 50; i++) {
      DrillTimes times = times("tenant-" + i, 1, "02:00", "03:00");
      List<Instant> due = new ArrayList<>();
      for (Instant at = times.next(begin); at.isBefore(end); at = times.next(at)) {
        due.add(at);
      }
      assertThat(due).hasSize(1);
    }
    assertThat(times("x", 1, "02:00", "03:00").open(Instant.parse("2026-10-25T00:30:00Z")))
        .isTrue();
    assertThat(times("x", 1, "02:00", "03:00").open(Instant.parse("2026-10-25T01:30:00Z")))
        .isTrue();
  }

  @Test
  void environments_are_spread_over_days_and_hours() {
    Set<String> days = new TreeSet<>();
    List<Integer> hours =
        IntStream.range(0, 200)
            .mapToObj(i -> times("tenant-" + i, 7, null, null).next(NOVEMBER).atZone(BERLIN))
            .peek(due -> days.add(due.getDayOfWeek().name()))
            .map(ZonedDateTime::getHour)
            .toList();

    assertThat(days).hasSize(7);
    for (int hour = 0; hour < 24; hour++) {
      assertThat(hours).contains(hour);
    }
  }

  @Test
  void every_server_comes_to_the_same_answer() {
    assertThat(times("core-production", 7, "20:00", "05:00").next(NOVEMBER))
        .isEqualTo(Instant.parse("2026-11-26T20:19:48Z"));
  }
}
