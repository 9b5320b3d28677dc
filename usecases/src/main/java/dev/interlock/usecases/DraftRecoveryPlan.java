package dev.interlock.usecases;

import dev.interlock.estate.LoadedEstate;
import dev.interlock.evidence.Drill;
import dev.interlock.finding.Diagnostic;
import dev.interlock.recovery.PlanRecovery;
import dev.interlock.recovery.RecoveryPlan;
import dev.interlock.recovery.Scenario;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the plan to bring an environment back, from the estate, its drills and its backups. */
public final class DraftRecoveryPlan {

  private final InstantSource clock;

  /** The plan is made at the time of the clock. */
  public DraftRecoveryPlan(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What to plan.
   *
   * @param estate folder of the estate
   * @param environment name of the environment that is lost
   * @param scenario what has happened
   * @param happenedAt when; null when nobody knows
   * @param evidence folder with signed drills; null when there is none
   * @param store folder that backups lie in; null when none is named
   */
  public record Request(
      Path estate,
      String environment,
      Scenario scenario,
      @Nullable Instant happenedAt,
      @Nullable Path evidence,
      @Nullable Path store) {}

  /**
   * What was made.
   *
   * @param plan the plan
   * @param warnings evidence that was passed over or can't be read
   */
  public record Drafted(RecoveryPlan plan, List<Diagnostic> warnings) {
    public Drafted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Makes it.
   *
   * @throws InputRejected when the estate, the evidence or the store can't be used
   */
  public Drafted run(Request request) {
    Instant now = clock.instant();
    requirePast(request.happenedAt(), now);
    LoadedEstate estate = new ReadEstate().require(request.estate());
    ReadEstate.environment(estate, request.estate(), request.environment());
    Path evidence = request.evidence();
    var listing =
        evidence == null
            ? new ReviewDrills.Listing(List.of(), List.of())
            : new ReviewDrills(request.estate(), now).folder(evidence, request.environment());
    List<Drill> drills =
        listing.drills().stream()
            .filter(it -> it.item().trusted())
            .map(ReviewDrills.Reviewed::drill)
            .toList();
    var known =
        new PlanRecovery.Known(
            estate.estate(),
            request.environment(),
            request.scenario(),
            request.happenedAt(),
            drills,
            backups(request),
            now);
    return new Drafted(PlanRecovery.of(known), listing.warnings());
  }

  private static void requirePast(@Nullable Instant happenedAt, Instant now) {
    if (happenedAt != null && happenedAt.isAfter(now)) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "--happened-at",
          "this lies in the future",
          "give the moment at which it happened, such as 2026-11-22T09:00:00Z");
    }
  }

  private @Nullable List<StoredBackup> backups(Request request) {
    Path store = request.store();
    return store == null
        ? null
        : new ListBackups(clock)
            .run(store, request.estate()).backups().stream()
                .filter(it -> it.environment().equals(request.environment()))
                .toList();
  }
}
