package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.oracle.OracleEvent;
import dev.interlock.changes.oracle.OracleWindows;
import dev.interlock.changes.oracle.OracleWindows.Entry;
import dev.interlock.changes.oracle.OracleWindows.Shift;
import dev.interlock.changes.oracle.OracleWindows.Site;
import dev.interlock.changes.oracle.RandomCalendar;
import dev.interlock.estate.Calendar;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random environments (plants, shifts, calendars of all effects, tiers) against the oracle: the
 * earliest slot is the oracle's, every step of the proof holds, and any slot is judged the same.
 */
class WindowSearchPropertyTest {

  private static final int DAYS = 60;
  private static final Instant FROM = Instant.parse("2026-09-20T00:00:00Z");
  private static final ZoneId OWN = ZoneId.of("Europe/Vienna");
  private static final String TIER = "normal";

  private final List<Site> sites = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("interlock.seeds", 60));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void slots_and_proofs_agree_with_the_oracle(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Windows windows = environment(random, (int) Math.min(4, seed / 5)).windows();
    OracleWindows oracle = new OracleWindows(FROM, DAYS * 1440, OWN, sites, entries, TIER);
    BitSet frozen = oracle.frozen();
    for (WindowRule rule : WindowRule.values()) {
      BitSet closed = closed(rule, oracle, frozen);
      WindowScope scope = new WindowScope(rule, TIER, Set.of());
      for (int length : new int[] {15, 60 * random.nextInt(1, 10), 1440}) {
        agreeOnNext(windows, scope, closed, length);
        agreeOnNext(windows.prepared(FROM, at(DAYS * 1440)), scope, closed, length);
      }
      for (int i = 0; i < 20; i++) {
        agreeOnSlot(windows, scope, closed, random.nextInt(1, 50_000), random.nextInt(1, 600));
      }
    }
  }

  private static BitSet closed(WindowRule rule, OracleWindows oracle, BitSet frozen) {
    BitSet closed =
        switch (rule) {
          case ANY, OUTSIDE_FREEZE -> new BitSet();
          case FREE -> oracle.busy();
          case MAINTENANCE -> oracle.outsideMaintenance();
        };
    if (rule != WindowRule.ANY) {
      closed.or(frozen);
    }
    return closed;
  }

  private static void agreeOnNext(Windows windows, WindowScope scope, BitSet closed, int length) {
    int lastStart = (DAYS - 2) * 1440;
    NextWindow next =
        windows.next(FROM, Duration.ofMinutes(length), scope, Duration.ofMinutes(lastStart));
    int expected = OracleWindows.firstFree(closed, length, lastStart);
    switch (next) {
      case NextWindow.Found found -> {
        assertThat(found.start()).as("%s %d", scope, length).isEqualTo(at(expected));
        proves(found.blocked(), found.start(), closed, length);
      }
      case NextWindow.None none -> {
        assertThat(expected).as("%s %d", scope, length).isEqualTo(-1);
        Instant covered = none.blocked().getLast().until();
        assertThat(covered).isAfter(none.searchedUntil());
        proves(none.blocked(), covered, closed, length);
      }
      case NextWindow.Unknown unknown -> throw new AssertionError(unknown.problems());
    }
  }

  private static void proves(
      List<BlockedStarts> blocked, Instant until, BitSet closed, int length) {
    Instant reached = FROM;
    for (BlockedStarts step : blocked) {
      assertThat(step.from()).isEqualTo(reached);
      assertThat(step.until()).isAfter(step.from());
      Closure because = step.because();
      assertThat(because.until().toInstant()).isAfterOrEqualTo(step.until());
      assertThat(because.from().toInstant()).isBefore(step.from().plusSeconds(60L * length));
      int first = Math.max(0, minute(because.from().toInstant()));
      int last = Math.min(DAYS * 1440, minute(because.until().toInstant()));
      assertThat(closed.nextClearBit(first)).as(because::sentence).isGreaterThanOrEqualTo(last);
      reached = step.until();
    }
    assertThat(reached).isEqualTo(until);
  }

  private static void agreeOnSlot(
      Windows windows, WindowScope scope, BitSet closed, int start, int length) {
    WindowAnswer answer = windows.at(at(start), Duration.ofMinutes(length), scope);
    int blocked = closed.nextSetBit(start);
    boolean free = blocked < 0 || blocked >= start + length;
    assertThat(answer instanceof WindowAnswer.Free).as("%s %s", scope, answer).isEqualTo(free);
    if (answer instanceof WindowAnswer.Closed(List<Closure> closures)) {
      BitSet named = new BitSet();
      closures.forEach(closure ->
          named.set(
              Math.clamp(minute(closure.from().toInstant()), start, start + length),
              Math.clamp(minute(closure.until().toInstant()), start, start + length)));
      assertThat(named)
          .as("%s", scope)
          .isEqualTo(
              closed.get(start, start + length).stream()
                  .collect(BitSet::new, (set, m) -> set.set(m + start), BitSet::or));
    }
  }

  private TestEstate environment(RandomGenerator random, int plants) {
    RandomCalendar calendars = new RandomCalendar(random, random.nextInt(8) == 0);
    TestEstate estate = TestEstate.environment(OWN.getId());
    for (int plant = 0; plant < plants; plant++) {
      ZoneId zone = calendars.zone();
      estate.andPlant("plant-" + plant, zone.getId());
      List<Shift> shifts = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        Shift shift = shift(random);
        shifts.add(shift);
        estate.shift(
            shift.start().toString(),
            shift.end().toString(),
            List.copyOf(shift.days()),
            shift.changesAllowed());
      }
      sites.add(new Site(zone, shifts));
      calendars(estate, random, plant, zone);
    }
    estate.andEnvironment();
    calendars(estate, random, null, OWN);
    return estate;
  }

  private void calendars(
      TestEstate estate, RandomGenerator random, @Nullable Integer plant, ZoneId zone) {
    RandomCalendar calendars = new RandomCalendar(random, random.nextInt(8) == 0);
    for (int i = random.nextInt(4); i > 0; i--) {
      OracleEvent event =
          calendars.busyEvent(LocalDateTime.ofInstant(FROM, zone), zone, FROM, DAYS * 1440);
      OracleWindows.Effect effect = List.of(OracleWindows.Effect.values()).get(random.nextInt(3));
      Set<String> tiers =
          calendars.chance(4) ? Set.of(calendars.chance(2) ? TIER : "high") : Set.of();
      String name = "calendar-" + entries.size();
      entries.add(new Entry(plant, effect, event, tiers));
      estate.calendarFile(
          name,
          Calendar.Effect.valueOf(effect.name()),
          List.copyOf(tiers),
          TestEstate.ics(event.ics(name)));
    }
  }

  private static Shift shift(RandomGenerator random) {
    Set<DayOfWeek> days = new TreeSet<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      days.add(DayOfWeek.of(random.nextInt(1, 8)));
    }
    LocalTime start = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    return new Shift(
        days, start, start.plusMinutes(random.nextInt(0, 95) * 15L), random.nextInt(5) == 0);
  }

  private static Instant at(int minute) {
    return FROM.plusSeconds(60L * minute);
  }

  private static int minute(Instant at) {
    return (int) Math.clamp(Duration.between(FROM, at).toMinutes(), -1_000_000L, 1_000_000L);
  }
}
