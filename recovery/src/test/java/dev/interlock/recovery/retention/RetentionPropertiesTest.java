package dev.interlock.recovery.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.RetentionRule;
import dev.interlock.recovery.RetentionVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Retention against a slow second opinion that asks each backup alone. */
class RetentionPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final List<BackupState> STATES = List.copyOf(EnumSet.allOf(BackupState.class));

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plan_is_what_the_oracle_says(long seed) {
    Random random = new Random(seed);
    List<Candidate> backups = backups(random, 1 + random.nextInt(2 + (int) seed / 5));
    RetentionRule rule = rule(random);
    List<RetentionVerdict> verdicts = Retention.judge(backups, rule, NOW);
    assertThat(verdicts).extracting(RetentionVerdict::id).isEqualTo(ids(backups));
    for (int i = 0; i < backups.size(); i++) {
      assertThat(verdicts.get(i).kept())
          .as("%s under %s: %s", backups.get(i), rule, verdicts.get(i).reasons())
          .isEqualTo(keeps(backups.get(i), backups, rule));
      assertThat(verdicts.get(i).reasons()).isNotEmpty();
    }
  }

  private static List<BackupId> ids(List<Candidate> backups) {
    return backups.stream().map(Candidate::id).toList();
  }

  private static RetentionRule rule(Random random) {
    return new RetentionRule(
        Duration.ofHours(random.nextInt(100)),
        random.nextInt(6),
        random.nextInt(5),
        random.nextInt(5),
        random.nextInt(4),
        Duration.ofHours(random.nextInt(72)),
        ZONE);
  }

  private static List<Candidate> backups(Random random, int count) {
    List<Candidate> backups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Dense near now, and on round hours, so that moments are equal and borders are met.
      long hours = (long) Math.pow(random.nextInt(40), 1 + random.nextInt(3)) - 3;
      Instant point = random.nextInt(20) == 0 ? null : NOW.minus(Duration.ofHours(hours));
      BackupState state =
          random.nextInt(3) > 0 ? BackupState.FINISHED : STATES.get(random.nextInt(STATES.size()));
      Instant until = random.nextInt(10) == 0 ? NOW.plusSeconds(random.nextInt(3) - 1) : null;
      backups.add(
          new Candidate(
              new BackupId("core", "b" + random.nextInt(10) + i),
              state,
              point,
              until,
              random.nextInt(30) == 0 ? "it is on legal hold" : ""));
    }
    return backups;
  }

  private static boolean keeps(Candidate one, List<Candidate> all, RetentionRule rule) {
    List<Candidate> good = all.stream().filter(RetentionPropertiesTest::isGood).toList();
    Instant point = one.point();
    boolean always =
        one.held()
            || (one.immutableUntil() != null && one.immutableUntil().isAfter(NOW))
            || good.isEmpty()
            || one.state() == BackupState.UNREADABLE
            || point == null
            || point.isAfter(NOW);
    if (always) {
      return true;
    }
    Duration age = Duration.between(point, NOW);
    Duration least = one.state() == BackupState.UNFINISHED ? rule.unfinished() : rule.all();
    return age.compareTo(least) < 0
        || (good.contains(one)
            && (good.stream().noneMatch(o -> newer(o, one))
                || isLast(one, good, RetentionPropertiesTest::date, rule.daily())
                || isLast(one, good, RetentionPropertiesTest::monday, rule.weekly())
                || isLast(one, good, p -> date(p).withDayOfMonth(1), rule.monthly())
                || isLast(one, good, p -> date(p).withDayOfYear(1), rule.yearly())));
  }

  private static boolean isGood(Candidate backup) {
    Instant point = backup.point();
    return backup.state() == BackupState.FINISHED && point != null && !point.isAfter(NOW);
  }

  /** Of a good one, which has a moment. */
  private static Instant point(Candidate good) {
    return Objects.requireNonNull(good.point());
  }

  private static boolean newer(Candidate a, Candidate b) {
    int age = point(a).compareTo(point(b));
    return age > 0 || (age == 0 && a.id().compareTo(b.id()) > 0);
  }

  private static boolean isLast(
      Candidate one, List<Candidate> good, Function<Instant, LocalDate> period, int count) {
    LocalDate own = period.apply(point(one));
    boolean lastOfItsOwn =
        good.stream().noneMatch(o -> newer(o, one) && period.apply(point(o)).equals(own));
    long later =
        good.stream().map(o -> period.apply(point(o))).filter(own::isBefore).distinct().count();
    return lastOfItsOwn && later < count;
  }

  private static LocalDate date(Instant point) {
    return point.atZone(ZONE).toLocalDate();
  }

  private static LocalDate monday(Instant point) {
    LocalDate date = date(point);
    return date.minusDays(date.getDayOfWeek().getValue() - 1L);
  }
}
