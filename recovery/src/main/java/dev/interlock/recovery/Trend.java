package dev.interlock.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a measured length is going: from the newest measurement on, as fast as the straight line
 * with the least squares through all of them rises. What was repaired counts at once, and what has
 * grown since the beginning goes on to grow.
 *
 * @param newest when the newest measurement was made
 * @param length what it measured
 * @param perDay by how much it grows in a day; negative when it shrinks
 */
public record Trend(Instant newest, Duration length, Duration perDay) {

  /** Fewer say nothing about a direction. */
  public static final int LEAST = 3;

  private static final double DAY = Duration.ofDays(1).toMillis();

  /** Further than this no line is believed. */
  private static final Duration HORIZON = Duration.ofDays(365);

  /**
   * A measurement.
   *
   * @param at when it was made
   * @param length what was measured
   */
  public record Point(Instant at, Duration length) {}

  /** None when there are fewer than {@link #LEAST}, or all were made at the same moment. */
  public static Optional<Trend> of(List<Point> measured) {
    if (measured.size() < LEAST) {
      return Optional.empty();
    }
    Instant first = measured.stream().map(Point::at).min(Comparator.naturalOrder()).orElseThrow();
    double meanDay = measured.stream().mapToDouble(p -> days(first, p)).average().orElseThrow();
    double mean = measured.stream().mapToDouble(p -> p.length().toMillis()).average().orElseThrow();
    double spread = measured.stream().mapToDouble(p -> square(days(first, p) - meanDay)).sum();
    if (spread <= 0) {
      return Optional.empty();
    }
    double slope =
        measured.stream()
                .mapToDouble(p -> (days(first, p) - meanDay) * (p.length().toMillis() - mean))
                .sum()
            / spread;
    Point newest = measured.stream().max(Comparator.comparing(Point::at)).orElseThrow();
    return Optional.of(new Trend(newest.at(), newest.length(), millis(slope)));
  }

  /**
   * When it will be longer than allowed, if it goes on like this.
   *
   * @param now what lies before is no forecast
   * @return none when it does not grow, or not within a year; now when it already is longer
   */
  public Optional<Instant> breaks(Duration allowed, Instant now) {
    if (perDay.isNegative() || perDay.isZero()) {
      return Optional.empty();
    }
    double days = (double) allowed.minus(length).toMillis() / perDay.toMillis();
    Instant when = newest.plusMillis(Math.round(days * DAY));
    if (when.isAfter(now.plus(HORIZON))) {
      return Optional.empty();
    }
    return Optional.of(when.isBefore(now) ? now : when);
  }

  private static double days(Instant first, Point point) {
    return Duration.between(first, point.at()).toMillis() / DAY;
  }

  private static double square(double value) {
    return value * value;
  }

  private static Duration millis(double value) {
    return Duration.ofMillis(Math.round(value));
  }
}
