package dev.interlock.server.drills;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.DrillTimes;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.RecordDrill;
import dev.interlock.usecases.RunDrill;
import dev.interlock.usecases.ScheduledDrills;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs drills that are wanted or due, one at a time on a machine. What a killed server left is seen
 * by whoever has the turn next: what it signed is recorded, anything else is cut off and tried
 * again.
 */
final class DrillRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DrillRunner.class);
  private static final String AUTHOR = "restore-drills";
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Duration STORES = Duration.ofMinutes(5);
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration TO_END = Duration.ofSeconds(20);

  private final DrillRuns runs;
  private final DrillSetup setup;
  private final RecordDrill recording;
  private final KnownBackups backups;
  private final CurrentEstate estate;
  private final InstantSource clock;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("drills").factory());
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("drills-alive").factory());
  private volatile boolean stopping;
  private String complained = "";

  DrillRunner(
      DrillRuns runs,
      DrillSetup setup,
      RecordDrill recording,
      KnownBackups backups,
      CurrentEstate estate,
      InstantSource clock) {
    this.runs = runs;
    this.setup = setup;
    this.recording = recording;
    this.backups = backups;
    this.estate = estate;
    this.clock = clock;
  }

  /** Begins to look, as often as this. */
  DrillRunner start(Duration every) {
    if (setup.any()) {
      var _ =
          worker.scheduleWithFixedDelay(
              this::lookAtStores, 0, STORES.toMillis(), TimeUnit.MILLISECONDS);
      var _ =
          worker.scheduleWithFixedDelay(
              this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
    return this;
  }

  private void lookAtStores() {
    try {
      EstateInForce current = estate.inForce();
      backups.look(current, ScheduledDrills.of(current));
    } catch (RuntimeException e) {
      complain(String.valueOf(e.getMessage()));
    }
  }

  private void look() {
    try {
      Optional<HostTurn> turn = HostTurn.take(setup.place());
      if (turn.isPresent()) {
        try (HostTurn _ = turn.get()) {
          tidy();
          next().ifPresent(this::run);
        }
      }
      complained = "";
    } catch (RuntimeException e) {
      complain(String.valueOf(e.getMessage()));
    }
  }

  /** The same trouble is told once. */
  private void complain(String what) {
    if (!what.equals(complained) && !stopping) {
      complained = what;
      LOG.warn("restore drills can't go on: {}", what);
    }
  }

  /** Whoever has the turn of the machine knows that nobody works on its drills. */
  private void tidy() {
    for (DrillRun left : runs.in(DrillState.RUNNING)) {
      if (setup.host().equals(left.host())) {
        settle(left);
      }
    }
    runs.cutOffSilent(SILENCE, clock.instant());
  }

  private void settle(DrillRun left) {
    Path signed = setup.signed(left.id());
    if (Files.exists(signed)) {
      String evidence = recording.run(signed, estate.inForce(), author(left.id()));
      runs.end(left.id(), DrillState.DONE, evidence, "", clock.instant());
    } else {
      LOG.warn("the drill of {} was cut off: its server ended", left.environment());
      runs.end(
          left.id(), DrillState.CUT_OFF, null, "the server ended before it did", clock.instant());
    }
  }

  private Optional<DrillRun> next() {
    Map<String, Optional<DrillTimes>> environments = ScheduledDrills.of(estate.inForce());
    return wanted(environments).or(() -> due(environments)).flatMap(runs::find);
  }

  private Optional<UUID> wanted(Map<String, Optional<DrillTimes>> environments) {
    return runs.in(DrillState.WANTED).stream()
        .filter(run -> environments.containsKey(run.environment()))
        .filter(run -> setup.lacks(times(environments, run.environment())).isEmpty())
        .filter(run -> runs.begin(run.id(), setup.host(), clock.instant()))
        .map(DrillRun::id)
        .findFirst();
  }

  private Optional<UUID> due(Map<String, Optional<DrillTimes>> environments) {
    Instant now = clock.instant();
    return environments.values().stream()
        .flatMap(Optional::stream)
        .filter(times -> setup.lacks(times).isEmpty())
        .sorted((a, b) -> a.latest(now).compareTo(b.latest(now)))
        .map(times -> begin(times, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<UUID> begin(DrillTimes times, Instant now) {
    return DueDrill.of(times, runs.since(times.environment(), times.latest(now)), now)
        .flatMap(planned -> runs.begin(times.environment(), planned, setup.host(), now));
  }

  private static @Nullable DrillTimes times(
      Map<String, Optional<DrillTimes>> environments, String environment) {
    return environments.getOrDefault(environment, Optional.empty()).orElse(null);
  }

  private void run(DrillRun run) {
    LOG.info("restore drill of {} begins", run.environment());
    LiveDrill live =
        new LiveDrill(
            clock, stage -> LOG.info("restore drill of {}: {}", run.environment(), stage));
    var beating =
        heart.scheduleWithFixedDelay(
            () -> beat(run, live), 0, HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    try {
      drill(run, live);
    } catch (InputRejected e) {
      failed(run, e.problems().getFirst().message());
    } catch (Fault e) {
      failed(run, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("restore drill of {} failed", run.environment(), e);
      failed(run, "something went wrong here; the log says what");
    } finally {
      beating.cancel(false);
      beat(run, live);
    }
  }

  private void drill(DrillRun run, LiveDrill live) {
    EstateInForce current = estate.inForce();
    DrillTimes times = times(ScheduledDrills.of(current), run.environment());
    lookAtStores();
    Instant now = clock.instant();
    Instant lostAt =
        backups
            .of(run.environment())
            .map(newest -> newest.lostAt(current, run.environment(), now))
            .orElse(now);
    RunDrill.Drilled drilled =
        new RunDrill(clock, live, live).run(setup.request(run, current.folder(), times, lostAt));
    String evidence = recording.run(drilled.envelope(), current, author(run.id()));
    runs.end(
        run.id(), DrillState.DONE, evidence, String.join("; ", drilled.doubts()), clock.instant());
    LOG.info(
        "restore drill of {}: {}",
        run.environment(),
        drilled.drill().verified() ? "verified" : "NOT VERIFIED");
  }

  private void failed(DrillRun run, String why) {
    DrillState state = stopping ? DrillState.CUT_OFF : DrillState.FAILED;
    String note = stopping ? "the server was stopped before it ended" : why;
    LOG.warn("restore drill of {} did not come to its end: {}", run.environment(), note);
    runs.end(run.id(), state, null, note, clock.instant());
  }

  private void beat(DrillRun run, LiveDrill live) {
    try {
      runs.alive(run.id(), live.now());
    } catch (RuntimeException e) {
      complain(String.valueOf(e.getMessage()));
    }
  }

  private Author author(UUID id) {
    return new Author(AUTHOR, clock.instant(), id.toString());
  }

  /** A drill that runs is cut off; its place goes with it. */
  @Override
  public void close() {
    stopping = true;
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(TO_END.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("a restore drill does not end; its place goes when the server does");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    heart.shutdownNow();
  }
}
