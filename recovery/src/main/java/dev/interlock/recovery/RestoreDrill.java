package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Surroundings;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.canary.CanaryCameBack;
import dev.interlock.recovery.drill.InPlace;
import dev.interlock.recovery.drill.IsWithinPlan;
import dev.interlock.recovery.drill.PartsAreWhole;
import dev.interlock.recovery.drill.PointInTime;
import dev.interlock.recovery.drill.Proving;
import dev.interlock.recovery.drill.Restoration;
import dev.interlock.recovery.drill.Restoring;
import dev.interlock.recovery.drill.SlowestPart;
import dev.interlock.recovery.drill.SurroundingsComeBack;
import dev.interlock.recovery.drill.TimesAreInOrder;
import dev.interlock.recovery.drill.WhenWhole;
import dev.interlock.recovery.log.StoredLog;
import dev.interlock.recovery.postgres.digest.TableDigests;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.Leftovers;
import dev.interlock.recovery.store.SealedStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A real restore of a backup into an isolated place: fetched, restored until the first error,
 * verified as a database, as Odoo and as a business, cut off from the world, measured for each
 * process, and removed again, even when it is killed.
 */
public final class RestoreDrill {

  /** What is said when a store fails after something was found to be bad. */
  private static final String STORE = "restore/store-answers";

  private final BackupStore store;
  private final BackupStore opened;
  private final InstantSource clock;
  private final RecoveryProgress progress;
  private final Consumer<Checked> seen;

  /**
   * Drills out of a store.
   *
   * @param key that the backups are sealed with; null when they are not
   * @param seen is shown what each check found as soon as it is known
   */
  public RestoreDrill(
      BackupStore store,
      @Nullable SealingKey key,
      InstantSource clock,
      RecoveryProgress progress,
      Consumer<Checked> seen) {
    this.store = store;
    this.opened = key == null ? store : new SealedStore(store, key);
    this.clock = clock;
    this.progress = progress;
    this.seen = seen;
  }

  /**
   * What is drilled.
   *
   * @param backup what to restore, as its trusted manifest says
   * @param plan that it was made by; null when nobody says
   * @param newest true when it is the newest that there is
   * @param lostAt the assumed moment of the loss; null for the moment of the declaration
   * @param processes what is measured
   * @param target the moment to bring back; null for all that there is. Only a base backup with its
   *     log can be brought to one
   * @param records reads a record of the log; empty when it does not count
   * @param boot the company's Odoo, which is started on what was restored; null for none
   * @param code names and versions of the modules whose code is there, see {@link AddonsPath}; null
   *     when no folder with code was given
   * @param jobs so much is done at the same time
   * @param places where drills make their folders
   */
  public record Request(
      Backup backup,
      @Nullable BackupPlan plan,
      boolean newest,
      @Nullable Instant lostAt,
      List<ProcessProof> processes,
      @Nullable Instant target,
      Function<byte[], Optional<Backup>> records,
      @Nullable OdooBoot boot,
      @Nullable Map<String, String> code,
      int jobs,
      Path places) {

    /** Of a backup that needs no log. */
    public Request(
        Backup backup,
        @Nullable BackupPlan plan,
        boolean newest,
        @Nullable Instant lostAt,
        List<ProcessProof> processes,
        int jobs,
        Path places) {
      this(
          backup,
          plan,
          newest,
          lostAt,
          processes,
          null,
          _ -> Optional.empty(),
          null,
          null,
          jobs,
          places);
    }

    public Request {
      processes = List.copyOf(processes);
      code = code == null ? null : Map.copyOf(code);
    }
  }

  /**
   * Runs it.
   *
   * @return what it found; not verified when the backup is not good
   * @throws Fault when the place where it ran, or the store, failed before anything was found to be
   *     bad: that says nothing about the backup
   */
  public Drill run(Request request) {
    Leftovers.sweep(request.places());
    Running running = new Running(request, clock.instant());
    running.run();
    return running.result(clock.instant());
  }

  /** One drill. */
  private final class Running {

    private final Request request;
    private final Backup backup;
    private final Instant declared;
    private final Instant lostAt;
    private Instant point;
    private final LogWindows logs;
    private final Proving proving = new Proving(progress, seen);

    Running(Request request, Instant declared) {
      this.request = request;
      this.backup = request.backup();
      this.logs = new LogWindows(store, request.records());
      this.declared = declared;
      Instant asked = request.target();
      this.point = asked == null ? backup.point() : asked;
      Instant told = request.lostAt();
      this.lostAt = told == null ? declared : told;
    }

    void run() {
      proving.keep(TimesAreInOrder.check(backup, declared));
      BackupPlan plan = request.plan();
      if (plan != null) {
        proving.keep(withinPlan(plan));
      }
      try (var _ = store.lease(BackupStore.Access.TOGETHER)) {
        inPlace();
      } catch (Fault e) {
        if (!e.code().equals(RecoveryCode.STORE_FAILED.code()) || !proving.foundBad()) {
          throw e;
        }
        // The rest nobody could look at, but that the backup is bad is known.
        proving.keep(Checked.unknown(STORE, String.valueOf(e.getMessage())));
      }
    }

    private Checked withinPlan(BackupPlan plan) {
      LogWindow window = logs.of(backup);
      return window == null
          ? IsWithinPlan.check(backup, plan, request.newest(), lostAt)
          : IsWithinPlan.check(window, plan, request.newest(), lostAt);
    }

    private PartsAreWhole parts() {
      return new PartsAreWhole(store, backup, progress);
    }

    private boolean isWhole() {
      return parts().fetch(proving.stages(), proving::keep);
    }

    private Restoration restoration(DrillFolder folder) {
      Backup.Log log = backup.log();
      if (log == null) {
        return new Restoring(parts(), opened, folder, backup, request.jobs(), progress);
      }
      return new WhenWhole(parts(), () -> pointInTime(log, folder));
    }

    private PointInTime pointInTime(Backup.Log log, DrillFolder folder) {
      StoredLog stored = StoredLog.of(store, backup.environment(), log.system(), request.records());
      return new PointInTime(
          opened, stored, folder, backup, request.target(), request.jobs(), progress);
    }

    private void inPlace() {
      new InPlace(proving, request.places(), request.processes(), lostAt, request.boot())
          .run(this::isWhole, this::restoration, this::surroundings, this::asked)
          .ifPresent(reached -> point = reached);
    }

    /** Before the processes are asked: they need what stands around too, and wait for it. */
    private void surroundings(DrillFolder folder) {
      Surroundings saved = backup.surroundings();
      if (saved != null) {
        SurroundingsComeBack come = new SurroundingsComeBack(opened, folder, clock.instant());
        proving.stages().run("surroundings", () -> come.check(saved)).forEach(proving::keep);
      }
    }

    private RestoreChecks asked(RestoredOdoo odoo) {
      // The digests need connections of their own, that are in no transaction yet. What the tables
      // hold at the end of a log nobody knew when the copy was made.
      SlowestPart parts = new SlowestPart(progress);
      CheckSettings settings =
          new CheckSettings(
              backup.log() == null ? digester(odoo, parts.part()) : null,
              request.code(),
              request.plan(),
              request.jobs(),
              parts.part(),
              Proving.LONGEST_STATEMENT);
      return RestoreChecks.shipped(settings).and(canary());
    }

    private TableDigester digester(RestoredOdoo odoo, PartProgress told) {
      return _ -> TableDigests.of(odoo.database(), request.jobs(), told);
    }

    /** At the end of a log that goes on behind a newer backup there is the canary of that one. */
    private List<? extends RestoreCheck> canary() {
      return backup.log() == null || request.newest() ? CanaryCameBack.of(backup) : List.of();
    }

    Drill result(Instant ended) {
      return proving.result(backup.environment(), backup.backup(), declared, point, lostAt, ended);
    }
  }
}
