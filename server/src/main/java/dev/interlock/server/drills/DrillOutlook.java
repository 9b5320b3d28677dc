package dev.interlock.server.drills;

import dev.interlock.evidence.Drill;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.DrillTimes;
import dev.interlock.recovery.Objective;
import dev.interlock.server.drills.Drills.Shown;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an environment's way back. Only what was proven lately is good.
 *
 * @param state the same in one of four words
 * @param words why
 */
public record DrillOutlook(State state, String words) {

  /** What is known. */
  public enum State {
    /** The newest drill that counts was verified, and every objective was kept. */
    PROVEN,
    /** It was not verified, or an objective was missed. */
    FAILED,
    /** It was not proven lately, and the server that should drill it can't. */
    CANNOT,
    /** Nobody can say. */
    UNKNOWN;

    /** The word for programs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of an environment, at an instant. */
  public static DrillOutlook of(Shown shown, Instant now) {
    DrillOutlook proven = proven(shown, now);
    boolean due = proven.state == State.UNKNOWN && shown.watched().times() != null;
    return due && shown.drillsHere() && shown.lacks() != null
        ? new DrillOutlook(State.CANNOT, proven.words + ", and this server can't drill it")
        : proven;
  }

  private static DrillOutlook proven(Shown shown, Instant now) {
    Reviewed newest = shown.watched().newest().orElse(null);
    if (newest == null) {
      return new DrillOutlook(
          State.UNKNOWN,
          shown.watched().drills().isEmpty()
              ? "never proven: there was no drill yet"
              : "not proven: no drill counts");
    }
    Drill drill = newest.drill();
    String when = Moment.utc(drill.at().truncatedTo(ChronoUnit.MINUTES));
    List<Objective> objectives = newest.objectives();
    if (!drill.verified()) {
      return new DrillOutlook(State.FAILED, "the drill of " + when + " was not verified");
    }
    if (any(objectives, Objective.State.MISSED)) {
      return new DrillOutlook(State.FAILED, "an objective was missed in the drill of " + when);
    }
    if (overdue(drill, shown.watched().times(), now)) {
      return new DrillOutlook(
          State.UNKNOWN, "the drill of " + when + " is older than the schedule allows");
    }
    return any(objectives, Objective.State.UNKNOWN)
        ? new DrillOutlook(
            State.UNKNOWN, "verified on " + when + ", but not every process was measured")
        : new DrillOutlook(State.PROVEN, "proven on " + when);
  }

  private static boolean any(List<Objective> objectives, Objective.State state) {
    return objectives.stream().anyMatch(it -> it.state() == state);
  }

  /** One may be missed: its own hours and a second try are still to come. */
  private static boolean overdue(Drill drill, @Nullable DrillTimes times, Instant now) {
    return times != null && drill.at().isBefore(times.latest(times.latest(now).minusSeconds(1)));
  }

  /** How the newest attempt ended that brought no evidence; empty when it did or there was none. */
  public static String attempt(Shown shown) {
    DrillRun newest = shown.newest();
    Instant ended = newest == null ? null : newest.ended();
    if (newest == null || ended == null) {
      return "";
    }
    return switch (newest.state()) {
      case FAILED -> "failed " + Moment.utc(ended) + ": " + newest.note();
      case CUT_OFF -> "cut off " + Moment.utc(ended) + ": " + newest.note();
      case DONE, WANTED, RUNNING -> "";
    };
  }
}
