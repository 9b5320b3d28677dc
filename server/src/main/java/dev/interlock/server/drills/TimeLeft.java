package dev.interlock.server.drills;

import dev.interlock.evidence.Drill.Stage;
import dev.interlock.usecases.WatchDrills.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long a drill will still take, by how far its stage is and how long the last one's took. */
public final class TimeLeft {

  private TimeLeft() {}

  /** None when neither says anything. */
  public static Optional<Duration> of(DrillRun run, Watched watched, Instant now) {
    DrillProgress at = run.progress();
    Instant stageBegun = at.stageBegun();
    if (stageBegun == null) {
      return Optional.empty();
    }
    List<Stage> last = watched.newest().map(it -> it.drill().stages()).orElse(List.of());
    List<String> names = new ArrayList<>(last.stream().map(Stage::name).toList());
    int here = names.indexOf(at.stage());
    Duration spent = Duration.between(stageBegun, now);
    Optional<Duration> inStage = measured(at, spent);
    if (here < 0) {
      return inStage;
    }
    Duration before = last.get(here).length().minus(spent);
    Duration rest = inStage.orElse(before.isNegative() ? Duration.ZERO : before);
    for (Stage later : last.subList(here + 1, last.size())) {
      rest = rest.plus(later.length());
    }
    return Optional.of(rest);
  }

  private static Optional<Duration> measured(DrillProgress at, Duration spent) {
    if (at.done() <= 0 || at.total() < at.done()) {
      return Optional.empty();
    }
    double share = (double) (at.total() - at.done()) / at.done();
    return Optional.of(Duration.ofMillis((long) (spent.toMillis() * share)));
  }
}
