package dev.interlock.server.drills;

import dev.interlock.recovery.DrillTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a drill of an environment is due, by when it should be and what was done since. */
final class DueDrill {

  /** What fails so often is left until the next time, and shown as failed. */
  static final int TRIES = 3;

  /** What failed may be better after some time; what was cut off is tried again at once. */
  static final Duration PAUSE = Duration.ofMinutes(15);

  private DueDrill() {}

  /**
   * The moment at which it was due: of several that were missed the newest alone.
   *
   * @param since what was done of this environment since {@link DrillTimes#latest}, newest first
   * @return empty when none is due, or it may not start now
   */
  static Optional<Instant> of(DrillTimes times, List<DrillRun> since, Instant now) {
    if (!times.open(now) || since.stream().anyMatch(DueDrill::settles)) {
      return Optional.empty();
    }
    if (since.size() >= TRIES || since.stream().anyMatch(run -> rests(run, now))) {
      return Optional.empty();
    }
    return Optional.of(times.latest(now));
  }

  private static boolean settles(DrillRun run) {
    return switch (run.state()) {
      case WANTED, RUNNING, DONE -> true;
      case FAILED, CUT_OFF -> false;
    };
  }

  private static boolean rests(DrillRun run, Instant now) {
    Instant ended = run.ended();
    return run.state() == DrillState.FAILED && ended != null && now.isBefore(ended.plus(PAUSE));
  }
}
