package dev.interlock.server.console;

import dev.interlock.evidence.Drill.Measured;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Restore times of a process over the drills that count, drawn beside its objective.
 *
 * @param points from the oldest to the newest
 * @param line through all points
 * @param objective height of the line that should not be crossed
 * @param words the same for who can't see it
 */
public record DrillPlot(List<Point> points, String line, String objective, String words) {

  /** Size of the drawing. */
  public static final int WIDTH = 260;

  /** Size of the drawing. */
  public static final int HEIGHT = 72;

  private static final int EDGE = 8;
  private static final int MOST = 26;
  private static final double ABOVE = 1.15;

  public DrillPlot {
    points = List.copyOf(points);
  }

  /** A drill. */
  public record Point(String x, String y, Signal signal, String words) {}

  private record Measurement(Instant at, Duration length, boolean verified) {}

  /**
   * Draws.
   *
   * @param drills newest first
   * @return null when fewer than two were measured
   */
  static @Nullable DrillPlot of(Objective objective, List<Reviewed> drills) {
    List<Measurement> measured =
        drills.stream()
            .filter(drill -> drill.item().trusted())
            .map(drill -> measurement(objective.process(), drill))
            .filter(Objects::nonNull)
            .limit(MOST)
            .toList()
            .reversed();
    return measured.size() < 2 ? null : draw(objective.rto(), measured);
  }

  private static @Nullable Measurement measurement(String process, Reviewed drill) {
    return drill.drill().processes().stream()
        .filter(it -> it.process().equals(process))
        .map(Measured::rto)
        .map(length -> new Measurement(drill.drill().at(), length, drill.drill().verified()))
        .findFirst()
        .orElse(null);
  }

  private static DrillPlot draw(Duration objective, List<Measurement> measured) {
    long longest = measured.stream().mapToLong(it -> it.length().toMillis()).max().orElse(1);
    double top = Math.max(1, Math.max(longest, objective.toMillis()) * ABOVE);
    Instant first = measured.getFirst().at();
    double span = Math.max(1, Duration.between(first, measured.getLast().at()).toMillis());
    List<Point> points =
        measured.stream()
            .map(it ->
                new Point(
                    number(
                        EDGE
                            + (WIDTH - 2 * EDGE)
                                * (Duration.between(first, it.at()).toMillis() / span)),
                    height(it.length(), top),
                    it.verified() && it.length().compareTo(objective) <= 0
                        ? Signal.GOOD
                        : Signal.BAD,
                    words(it)))
            .toList();
    String line = points.stream().map(p -> p.x() + "," + p.y()).collect(Collectors.joining(" "));
    return new DrillPlot(points, line, height(objective, top), words(objective, measured));
  }

  private static String words(Measurement it) {
    String found = it.verified() ? "" : ", but the drill was not verified";
    return Moment.utc(it.at()) + ": " + Durations.words(it.length()) + found;
  }

  private static String words(Duration objective, List<Measurement> measured) {
    return measured.size()
        + " drills: back after "
        + measured.stream()
            .map(it -> Durations.words(it.length()))
            .collect(Collectors.joining(", "))
        + "; the objective is "
        + Durations.words(objective);
  }

  private static String height(Duration length, double top) {
    return number(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (length.toMillis() / top));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
