package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.drill.FromCatalogue;
import dev.interlock.recovery.drill.InPlace;
import dev.interlock.recovery.drill.IsWithinPlan;
import dev.interlock.recovery.drill.Proving;
import dev.interlock.recovery.drill.TimesAreInOrder;
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
import org.jspecify.annotations.Nullable;

/**
 * A drill of a backup that another tool keeps: the tool brings it back, and all that is asked of a
 * backup of ours is asked of it, except what its tables held: nobody wrote that down.
 */
public final class CatalogueDrill {

  /** The tool knows of nothing that is wrong with the backup. */
  public static final String CHECK = "backup/is-good-by-its-catalogue";

  private final BackupCatalogue catalogue;
  private final InstantSource clock;
  private final RecoveryProgress progress;
  private final Consumer<Checked> seen;

  /** Shows what each check found as soon as it is known. */
  public CatalogueDrill(
      BackupCatalogue catalogue,
      InstantSource clock,
      RecoveryProgress progress,
      Consumer<Checked> seen) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.progress = progress;
    this.seen = seen;
  }

  /**
   * What is drilled.
   *
   * @param environment whose it is
   * @param kept all that the tool keeps
   * @param backup which of them
   * @param database name of the database of the server that is proven
   * @param plan that it was made by; null when nobody says
   * @param newest true when it is the newest good one
   * @param lostAt the assumed moment of the loss; null for the moment of the declaration
   * @param processes what is measured
   * @param target the moment to bring back; null for the end of the log
   * @param files a store with the files of attachments; null when none are brought back
   * @param key that the files are sealed with; null when they are not
   * @param boot the company's Odoo, which is started on what was restored; null for none
   * @param code names and versions of the modules whose code is there, see {@link AddonsPath}; null
   *     when no folder with code was given
   * @param jobs so much is done at the same time
   * @param places where drills make their folders
   */
  public record Request(
      String environment,
      KeptBackups kept,
      KeptBackup backup,
      String database,
      @Nullable BackupPlan plan,
      boolean newest,
      @Nullable Instant lostAt,
      List<ProcessProof> processes,
      @Nullable Instant target,
      @Nullable BackupStore files,
      @Nullable SealingKey key,
      @Nullable OdooBoot boot,
      @Nullable Map<String, String> code,
      int jobs,
      Path places) {

    public Request {
      processes = List.copyOf(processes);
      code = code == null ? null : Map.copyOf(code);
    }

    /** The store as it gives what is no longer sealed. */
    private @Nullable BackupStore opened() {
      return files == null || key == null ? files : new SealedStore(files, key);
    }
  }

  /**
   * Runs it.
   *
   * @return what it found; not verified when the backup is not good
   * @throws dev.interlock.finding.Fault when the place where it ran failed: that says nothing about
   *     the backup
   */
  public Drill run(Request request) {
    Instant declared = clock.instant();
    Leftovers.sweep(request.places());
    Proving proving = new Proving(progress, seen);
    Instant told = request.lostAt();
    Instant lostAt = told == null ? declared : told;
    Optional<Instant> reached = Optional.empty();
    if (isGood(request, proving)) {
      before(request, declared, lostAt, proving);
      reached = withFiles(request, lostAt, proving);
    }
    return proving.result(
        request.environment(),
        request.backup().label(),
        declared,
        reached.isPresent() ? reached.get() : asked(request),
        lostAt,
        clock.instant());
  }

  private static @Nullable Instant asked(Request request) {
    return request.target() == null ? request.backup().ended() : request.target();
  }

  private boolean isGood(Request request, Proving proving) {
    KeptBackup backup = request.backup();
    proving.keep(
        backup.isGood()
            ? Checked.pass(CHECK, catalogue.tool() + " knows of nothing wrong", Map.of())
            : Checked.fail(CHECK, backup.trouble(), Map.of()));
    return backup.isGood();
  }

  private void before(Request request, Instant declared, Instant lostAt, Proving proving) {
    proving.keep(TimesAreInOrder.check(told(request), declared));
    BackupPlan plan = request.plan();
    LogWindow window = request.kept().window(request.backup());
    if (plan != null && window != null) {
      proving.keep(IsWithinPlan.check(window, plan, request.newest(), lostAt));
    }
  }

  private Backup told(Request request) {
    return request.backup().told(request.environment(), catalogue.method());
  }

  private Optional<Instant> withFiles(Request request, Instant lostAt, Proving proving) {
    BackupStore files = request.files();
    if (files == null) {
      return inPlace(request, lostAt, proving);
    }
    try (var _ = files.lease(BackupStore.Access.TOGETHER)) {
      return inPlace(request, lostAt, proving);
    }
  }

  private Optional<Instant> inPlace(Request request, Instant lostAt, Proving proving) {
    CheckSettings settings =
        new CheckSettings(
            null,
            request.code(),
            request.plan(),
            request.jobs(),
            progress::at,
            Proving.LONGEST_STATEMENT);
    return new InPlace(proving, request.places(), request.processes(), lostAt, request.boot())
        .run(
            () -> true,
            folder -> restoration(request, folder),
            _ -> {},
            _ -> RestoreChecks.shipped(settings));
  }

  private FromCatalogue restoration(Request request, DrillFolder folder) {
    var what =
        new FromCatalogue.What(
            catalogue,
            request.kept(),
            request.backup(),
            told(request),
            request.database(),
            request.target());
    return new FromCatalogue(what, folder, request.opened(), request.jobs(), progress);
  }
}
