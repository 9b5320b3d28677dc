package dev.interlock.server.console;

import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.DrillsPage.Running;
import dev.interlock.server.drills.DrillProgress;
import dev.interlock.server.drills.DrillRun;
import dev.interlock.server.drills.DrillState;
import dev.interlock.server.drills.TimeLeft;
import dev.interlock.usecases.WatchDrills.Watched;
import java.time.Instant;

/** How far a drill is, in words. */
final class RunningDrill {

  private static final int WHOLE = 100;

  private RunningDrill() {}

  static Running of(DrillRun run, Watched watched, Instant now) {
    if (run.state() == DrillState.WANTED) {
      return new Running(
          "A drill was asked for and begins soon",
          "asked by " + run.askedBy() + ", " + Moment.utc(run.askedAt()),
          null);
    }
    DrillProgress at = run.progress();
    Integer percent = at.total() > 0 ? Math.toIntExact(percent(at)) : null;
    String stage = at.stage().isEmpty() ? "begins" : at.stage();
    String left =
        TimeLeft.of(run, watched, now)
            .map(it -> ", about " + Durations.words(it) + " left")
            .orElse("");
    return new Running(
        "A drill is running: " + stage + (percent == null ? "" : " " + percent + " %") + left,
        "since "
            + (run.begun() == null ? "" : Moment.utc(run.begun()))
            + " on "
            + run.host()
            + " · "
            + at.passed()
            + " checks passed, "
            + at.failed()
            + " failed, "
            + at.unsure()
            + " unknown until now",
        percent);
  }

  private static long percent(DrillProgress at) {
    return Math.clamp(WHOLE * at.done() / at.total(), 0L, (long) WHOLE);
  }
}
