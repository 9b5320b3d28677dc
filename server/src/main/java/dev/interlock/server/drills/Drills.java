package dev.interlock.server.drills;

import dev.interlock.recovery.DrillTimes;
import dev.interlock.server.ServerCode;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.NewestBackup;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import dev.interlock.usecases.ScheduledDrills;
import dev.interlock.usecases.WatchDrills.Watched;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Restore drills as pages and programs see them. */
public final class Drills {

  private final DrillRuns runs;
  private final DrillSetup setup;
  private final DrillHistory history;
  private final KnownBackups backups;
  private final CurrentEstate estate;
  private final InstantSource clock;

  /** Drills by these parts. */
  public Drills(
      DrillRuns runs,
      DrillSetup setup,
      DrillHistory history,
      KnownBackups backups,
      CurrentEstate estate,
      InstantSource clock) {
    this.runs = runs;
    this.setup = setup;
    this.history = history;
    this.backups = backups;
    this.estate = estate;
    this.clock = clock;
  }

  /**
   * An environment and its drills.
   *
   * @param watched what is planned and was proven
   * @param newest the newest that this and other servers took up; null for none
   * @param lacks why this server can't drill it; null when it can
   * @param drillsHere this server was set up to drill something
   * @param backup its newest backup and whether it counts, in words; empty when nobody looked
   */
  public record Shown(
      Watched watched,
      @Nullable DrillRun newest,
      @Nullable Lack lacks,
      boolean drillsHere,
      String backup) {

    /** The drill that is wanted or under way. */
    public Optional<DrillRun> underWay() {
      return Optional.ofNullable(newest)
          .filter(run -> run.state() == DrillState.RUNNING || run.state() == DrillState.WANTED);
    }
  }

  /** All environments that are drilled or should be, by name. */
  public List<Shown> all(Instant now) {
    Map<String, DrillRun> newest = runs.newest();
    return history.at(now).stream()
        .map(watched ->
            new Shown(
                watched,
                newest.get(watched.name()),
                setup.lacks(watched.times()).orElse(null),
                setup.any(),
                backups.of(watched.name()).map(NewestBackup::words).orElse("")))
        .toList();
  }

  /** Every drill in the register, newest first. */
  public List<Reviewed> proven(Instant now) {
    return history.at(now).stream()
        .flatMap(watched -> watched.drills().stream())
        .sorted(Comparator.comparing((Reviewed it) -> it.drill().at()).reversed())
        .toList();
  }

  /** A drill by its id. */
  public Optional<DrillRun> find(UUID id) {
    return runs.find(id);
  }

  /** Differs whenever a drill got on. */
  public String state() {
    return runs.newest().values().toString();
  }

  /**
   * Asks for a drill; it begins when its server has no other.
   *
   * @param by who asks
   * @throws InputRejected when there is no such environment, this server lacks something for it, or
   *     a drill of it is under way
   */
  public DrillRun start(String environment, String by) {
    Map<String, Optional<DrillTimes>> environments = ScheduledDrills.of(estate.inForce());
    if (!environments.containsKey(environment)) {
      throw refused(ServerCode.NO_ENVIRONMENT, environment, "there is no such environment", null);
    }
    DrillTimes times = environments.getOrDefault(environment, Optional.empty()).orElse(null);
    setup
        .lacks(times)
        .ifPresent(why -> {
          throw refused(ServerCode.DRILLS_NOT_SET_UP, environment, why.what(), why.remedy());
        });
    return runs.want(environment, by, clock.instant())
        .flatMap(runs::find)
        .orElseThrow(() ->
            refused(
                ServerCode.DRILL_UNDER_WAY,
                environment,
                "a drill of it is under way",
                "wait until it has ended"));
  }

  private static InputRejected refused(
      ServerCode code, String environment, String why, @Nullable String hint) {
    return new InputRejected(code.code(), environment, why, hint);
  }
}
