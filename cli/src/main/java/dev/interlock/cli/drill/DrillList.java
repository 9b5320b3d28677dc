package dev.interlock.cli.drill;

import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.RecoveryForecasts;
import dev.interlock.usecases.RecoveryForecasts.Forecast;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Drills in a list, and where the restore times of processes are going. */
final class DrillList {

  private final List<Reviewed> drills;
  private final Instant now;

  /** A list of drills, newest first. */
  DrillList(List<Reviewed> drills, Instant now) {
    this.drills = drills;
    this.now = now;
  }

  void text(PrintWriter out) {
    for (Reviewed shown : drills) {
      out.write(Prose.safe(line(shown)) + "\n");
    }
    out.write(Prose.count(drills.size(), "drill") + "\n");
    RecoveryForecasts.of(drills, now)
        .forEach(forecast -> out.write(Prose.safe(line(forecast)) + "\n"));
  }

  private static String line(Reviewed shown) {
    return Moment.utc(shown.drill().at())
        + "  "
        + shown.drill().environment()
        + "  "
        + DrillResult.verified(shown.drill())
        + ", "
        + DrillResult.kept(shown.objectives())
        + (shown.item().trusted() ? "" : ", does not count")
        + "  "
        + shown.item().file();
  }

  private String line(Forecast forecast) {
    Objective objective = forecast.objective();
    return objective.displayName()
        + " in "
        + forecast.environment()
        + ": with this growth the objective of "
        + Durations.words(objective.rto())
        + (forecast.when().equals(now)
            ? " is broken now"
            : " breaks about " + Moment.day(forecast.when()));
  }
}
