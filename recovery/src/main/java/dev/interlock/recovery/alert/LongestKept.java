package dev.interlock.recovery.alert;

import static java.util.Comparator.naturalOrder;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Retention;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How old the oldest copy gets that a plan still wants, when copies are made without a pause. */
public final class LongestKept {

  private static final int WEEK = 7;
  private static final int MONTH = 31;
  private static final int YEAR = 366;

  private LongestKept() {}

  /** By all that the plan says. */
  public static Duration by(BackupPlan plan) {
    Retention more = plan.retention();
    Stream<Duration> periods =
        more == null
            ? Stream.empty()
            : Stream.of(
                days(more.daily(), 1),
                days(more.weekly(), WEEK),
                days(more.monthly(), MONTH),
                days(more.yearly(), YEAR));
    return Stream.concat(periods, Stream.of(plan.keep(), plan.immutableFor()))
        .filter(Objects::nonNull)
        .max(naturalOrder())
        .orElse(plan.keep());
  }

  private static Duration days(@Nullable Integer count, int length) {
    return Duration.ofDays(count == null ? 0 : (long) count * length);
  }
}
