package dev.interlock.usecases;

import dev.interlock.recovery.Objective;
import dev.interlock.recovery.Trend;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** When the restore of a process will take longer than it may, if it goes on as it did. */
public final class RecoveryForecasts {

  private RecoveryForecasts() {}

  /**
   * A process whose objective will break.
   *
   * @param environment where it runs
   * @param objective as its newest drill says
   * @param when it breaks; the moment of the forecast when it is broken already
   */
  public record Forecast(String environment, Objective objective, Instant when) {}

  private record Measurement(String environment, Objective objective, Trend.Point point) {}

  /**
   * Of all processes that get slower.
   *
   * @param drills newest first; those that do not count say nothing
   */
  public static List<Forecast> of(List<Reviewed> drills, Instant now) {
    SortedMap<String, List<Measurement>> byProcess = new TreeMap<>();
    drills.stream().filter(shown -> shown.item().trusted()).forEach(shown -> add(shown, byProcess));
    return byProcess.values().stream()
        .map(measured -> forecast(measured, now))
        .flatMap(Optional::stream)
        .toList();
  }

  private static void add(Reviewed shown, SortedMap<String, List<Measurement>> byProcess) {
    String environment = shown.drill().environment();
    for (Objective objective : shown.objectives()) {
      var measured = objective.measured();
      if (measured != null) {
        var point = new Trend.Point(shown.drill().at(), measured.rto());
        byProcess
            .computeIfAbsent(environment + " " + objective.process(), _ -> new ArrayList<>())
            .add(new Measurement(environment, objective, point));
      }
    }
  }

  private static Optional<Forecast> forecast(List<Measurement> measured, Instant now) {
    Measurement newest = measured.getFirst();
    return Trend.of(measured.stream().map(Measurement::point).toList())
        .flatMap(trend -> trend.breaks(newest.objective().rto(), now))
        .map(when -> new Forecast(newest.environment(), newest.objective(), when));
  }
}
