package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.oracle.OracleEvent;
import dev.interlock.changes.oracle.RandomCalendar;
import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every minute that an event takes is the oracle's minute, over zones, rules and exceptions. */
class RecurrencePropertyTest {

  private static final int DAYS = 120;

  /** Ranges that hold clock changes of the zones: Apia's lost day among them. */
  private static final List<Instant> RANGES =
      List.of(
          Instant.parse("2011-11-15T00:00:00Z"),
          Instant.parse("2026-02-01T00:00:00Z"),
          Instant.parse("2026-09-01T00:00:00Z"));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("interlock.seeds", 200));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void an_event_takes_the_minutes_that_the_oracle_finds(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    RandomCalendar calendars = new RandomCalendar(random, true);
    Instant from = RANGES.get(random.nextInt(RANGES.size()));
    ZoneId zone = calendars.zone();
    OracleEvent event =
        calendars.busyEvent(LocalDateTime.ofInstant(from, zone), zone, from, DAYS * 1440);
    String text = event.ics("seed-" + seed);

    Windows windows =
        TestEstate.plant("plant", zone.getId())
            .wholeFile("calendar", Effect.FREEZE, TestEstate.ics(text))
            .windows();

    BitSet actual = taken(windows, from);
    BitSet expected = event.minutes(zone, from, DAYS * 1440);
    BitSet difference = (BitSet) actual.clone();
    difference.xor(expected);
    assertThat(difference.isEmpty())
        .as(() -> {
          Instant first = from.plusSeconds(60L * difference.nextSetBit(0));
          return "in "
              + zone
              + ", first difference at "
              + first.atZone(zone)
              + ", taken by the oracle: "
              + expected.get(difference.nextSetBit(0))
              + "\n"
              + text;
        })
        .isTrue();
  }

  private static BitSet taken(Windows windows, Instant from) {
    WindowAnswer answer =
        windows.at(from, Duration.ofDays(DAYS), WindowScope.of(WindowRule.OUTSIDE_FREEZE));
    BitSet minutes = new BitSet(DAYS * 1440);
    switch (answer) {
      case WindowAnswer.Free _ -> {}
      case WindowAnswer.Closed(List<Closure> closures) ->
          closures.forEach(closure ->
              minutes.set(
                  minute(from, closure.from().toInstant()),
                  minute(from, closure.until().toInstant())));
      case WindowAnswer.Unknown unknown -> throw new AssertionError(unknown.problems());
    }
    return minutes;
  }

  private static int minute(Instant from, Instant at) {
    long minute = Duration.between(from, at).toMinutes();
    return (int) Math.clamp(minute, 0, DAYS * 1440L);
  }
}
