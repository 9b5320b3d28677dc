package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.Trend.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where restore times are going. */
class TrendTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private static Point point(int day, int minutes) {
    return new Point(FIRST.plus(Duration.ofDays(day)), Duration.ofMinutes(minutes));
  }

  @Test
  void a_line_through_points_that_lie_on_one_is_that_line() {
    Trend trend = Trend.of(List.of(point(20, 80), point(0, 60), point(10, 70))).orElseThrow();

    assertThat(trend)
        .isEqualTo(
            new Trend(
                FIRST.plus(Duration.ofDays(20)), Duration.ofMinutes(80), Duration.ofMinutes(1)));
    assertThat(trend.breaks(Duration.ofHours(4), FIRST.plus(Duration.ofDays(20))))
        .contains(FIRST.plus(Duration.ofDays(180)));
  }

  @Test
  void what_is_broken_already_breaks_now() {
    Trend trend = Trend.of(List.of(point(0, 60), point(10, 70), point(20, 80))).orElseThrow();
    Instant now = FIRST.plus(Duration.ofDays(300));

    assertThat(trend.breaks(Duration.ofHours(4), now)).contains(now);
  }

  @Test
  void what_was_repaired_is_not_broken_because_it_grew_before() {
    Trend trend =
        Trend.of(
                List.of(
                    point(0, 40),
                    point(10, 50),
                    point(20, 60),
                    point(30, 70),
                    point(40, 80),
                    point(50, 55)))
            .orElseThrow();

    assertThat(trend.breaks(Duration.ofMinutes(70), FIRST.plus(Duration.ofDays(51))))
        .contains(FIRST.plus(Duration.ofDays(80)));
  }

  @Test
  void what_does_not_grow_or_only_in_years_breaks_never() {
    Trend falling = Trend.of(List.of(point(0, 80), point(10, 70), point(20, 60))).orElseThrow();
    Trend slow = Trend.of(List.of(point(0, 60), point(100, 61), point(200, 62))).orElseThrow();

    assertThat(falling.breaks(Duration.ofHours(4), FIRST)).isEmpty();
    assertThat(slow.breaks(Duration.ofHours(4), FIRST)).isEmpty();
  }

  @Test
  void too_few_points_or_all_at_once_have_no_direction() {
    assertThat(Trend.of(List.of(point(0, 60), point(10, 70)))).isEmpty();
    assertThat(Trend.of(List.of(point(5, 60), point(5, 70), point(5, 80)))).isEmpty();
  }
}
