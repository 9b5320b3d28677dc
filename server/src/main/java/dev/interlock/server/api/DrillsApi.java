package dev.interlock.server.api;

import dev.interlock.evidence.Drill;
import dev.interlock.recovery.DrillTimes;
import dev.interlock.recovery.Objective;
import dev.interlock.server.drills.DrillOutlook;
import dev.interlock.server.drills.DrillProgress;
import dev.interlock.server.drills.DrillRun;
import dev.interlock.server.drills.Drills;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.RecoveryForecasts.Forecast;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Restore drills: what was proven, what runs, and starting one. */
@RestController
@RequestMapping("/api/v1/drills")
class DrillsApi {

  private final ApiBasis basis;
  private final Drills drills;

  DrillsApi(ApiBasis basis, Drills drills) {
    this.basis = basis;
    this.drills = drills;
  }

  /** Which environment to drill. */
  record DrillBody(String environment) {
    DrillBody {
      BadBody.require("environment", environment);
    }
  }

  /**
   * An environment and its drills.
   *
   * @param state {@code proven}, {@code failed}, {@code cannot} or {@code unknown}
   * @param reason the same in words
   * @param next when one is due by the schedule; null when it has none
   * @param lacks why this server can't drill it; null when it can
   * @param drill the newest that servers took up; null for none
   * @param last the newest that is evidence; null for none
   */
  record DrilledView(
      String environment,
      String displayName,
      String state,
      String reason,
      @Nullable Instant next,
      @Nullable String lacks,
      @Nullable RunView drill,
      @Nullable LastView last,
      List<ObjectiveView> objectives,
      List<ForecastView> forecasts) {

    static DrilledView of(Drills.Shown shown, Instant now) {
      var watched = shown.watched();
      DrillOutlook outlook = DrillOutlook.of(shown, now);
      DrillTimes times = watched.times();
      return new DrilledView(
          watched.name(),
          watched.displayName(),
          outlook.state().word(),
          outlook.words(),
          times == null ? null : times.next(now),
          shown.lacks() == null ? null : shown.lacks().text(),
          shown.newest() == null ? null : RunView.of(shown.newest()),
          watched.drills().isEmpty() ? null : LastView.of(watched.drills().getFirst()),
          watched.objectives().stream().map(ObjectiveView::of).toList(),
          watched.forecasts().stream().map(ForecastView::of).toList());
    }
  }

  /** A drill and its course; {@code state} is wanted, running, done, failed or cut-off. */
  record RunView(
      UUID id,
      String environment,
      String state,
      @Nullable Instant planned,
      @Nullable String askedBy,
      @Nullable String host,
      @Nullable Instant begun,
      @Nullable Instant ended,
      ProgressView progress,
      @Nullable String evidence,
      String note) {

    static RunView of(DrillRun run) {
      return new RunView(
          run.id(),
          run.environment(),
          run.state().word(),
          run.planned(),
          run.askedBy(),
          run.host(),
          run.begun(),
          run.ended(),
          ProgressView.of(run.progress()),
          run.evidence(),
          run.note());
    }
  }

  /** How far it is: {@code total} is 0 when nobody knows; counts of checks until now. */
  record ProgressView(String stage, long done, long total, int passed, int failed, int unknown) {

    static ProgressView of(DrillProgress at) {
      return new ProgressView(
          at.stage(), at.done(), at.total(), at.passed(), at.failed(), at.unsure());
    }
  }

  /** A drill as it was signed, and whether it counts. */
  record LastView(
      Instant at, String backup, boolean verified, boolean counts, List<CheckedView> checks) {

    static LastView of(Reviewed newest) {
      Drill drill = newest.drill();
      return new LastView(
          drill.at(),
          drill.backup(),
          drill.verified(),
          newest.item().trusted(),
          drill.checks().stream().map(CheckedView::of).toList());
    }
  }

  /** What a check found: {@code pass}, {@code fail} or {@code unknown}. */
  record CheckedView(String check, String outcome, String message) {

    static CheckedView of(Drill.Checked checked) {
      return new CheckedView(checked.check(), lower(checked.outcome().name()), checked.message());
    }
  }

  /** A process: {@code state} is kept, missed or unknown; lengths as ISO 8601. */
  record ObjectiveView(
      String process,
      String state,
      String rto,
      String rpo,
      @Nullable String measuredRto,
      @Nullable String measuredRpo) {

    static ObjectiveView of(Objective objective) {
      var measured = objective.measured();
      return new ObjectiveView(
          objective.process(),
          lower(objective.state().name()),
          objective.rto().toString(),
          objective.rpo().toString(),
          measured == null ? null : measured.rto().toString(),
          measured == null ? null : measured.rpo().toString());
    }
  }

  /** A process whose restores grow until its objective breaks. */
  record ForecastView(String process, Instant breaks) {

    static ForecastView of(Forecast forecast) {
      return new ForecastView(forecast.objective().process(), forecast.when());
    }
  }

  @GetMapping
  List<DrilledView> drills() {
    Instant now = basis.now();
    return drills.all(now).stream().map(shown -> DrilledView.of(shown, now)).toList();
  }

  /** Asks for one; it begins when its server has no other. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunView start(@RequestBody DrillBody body, SignedIn caller) {
    Preconditions.requireReach(body.environment(), caller);
    return RunView.of(drills.start(body.environment(), caller.author()));
  }

  @GetMapping("/{id}")
  RunView drill(@PathVariable UUID id) {
    return drills
        .find(id)
        .map(RunView::of)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such drill"));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
