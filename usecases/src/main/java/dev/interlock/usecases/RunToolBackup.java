package dev.interlock.usecases;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Finding;
import dev.interlock.recovery.BackupAlerts;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.WatchedBackups;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets another tool make a backup of an environment's database, and judges it by the plans of the
 * estate. The tool keeps it; nothing is signed, since nothing of it is read here: a drill does
 * that.
 */
public final class RunToolBackup {

  private final InstantSource clock;
  private final RecoveryProgress progress;

  /** Plans are judged as of the clock. */
  public RunToolBackup(InstantSource clock, RecoveryProgress progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What to back up.
   *
   * @param estate folder of the estate
   * @param environment name of the environment whose database the tool keeps
   * @param catalogue where the tool keeps its backups
   * @param kind how much of the server it shall hold, such as {@code full}; null for what the tool
   *     makes when nobody says
   */
  public record Request(
      Path estate, String environment, ToolCatalogue catalogue, @Nullable String kind) {}

  /**
   * What was made.
   *
   * @param backup as the tool's catalogue tells it
   * @param keeps names of the plans that are kept with it
   * @param findings what is wrong with it by the plans that name the tool
   * @param others plans of the database by other methods when none names the tool: they are not
   *     kept by it
   */
  public record Made(
      StoredBackup backup, List<String> keeps, List<Finding> findings, List<String> others) {
    public Made {
      keeps = List.copyOf(keeps);
      findings = List.copyOf(findings);
      others = List.copyOf(others);
    }

    /** It can be restored, with all of the log that it needs, and plans are kept by it. */
    public boolean isGood() {
      LogWindow window = backup.window();
      return window != null && window.gaps().isEmpty() && findings.isEmpty() && others.isEmpty();
    }
  }

  /**
   * Makes it.
   *
   * @throws InputRejected when the estate or an option can't be used, or the tool does not know the
   *     name
   * @throws dev.interlock.finding.Fault when it could not be made, with what the tool said
   */
  public Made run(Request request) {
    LoadedEstate loaded = new ReadEstate().require(request.estate());
    Environment environment =
        ReadEstate.environment(loaded, request.estate(), request.environment());
    BackupCatalogue catalogue = request.catalogue().open();
    String kind = kind(request, catalogue);
    progress.begins("backup");
    KeptBackup made = request.catalogue().asked(() -> catalogue.take(kind, progress));
    progress.begins("catalogue");
    List<StoredBackup> all =
        request.catalogue().kept(catalogue).stored(request.environment(), catalogue);
    StoredBackup backup =
        all.stream().filter(it -> it.name().equals(made.label())).findFirst().orElseThrow();
    return judged(request, backup, all, environment, BackupPlans.of(loaded.estate(), environment));
  }

  private static String kind(Request request, BackupCatalogue catalogue) {
    String asked = request.kind();
    if (asked == null) {
      return catalogue.kinds().getFirst();
    }
    if (!catalogue.kinds().contains(asked)) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "--kind",
          "by " + catalogue.method() + " there is no backup that is \"" + asked + "\"",
          "there is: " + String.join(", ", catalogue.kinds()));
    }
    return asked;
  }

  private Made judged(
      Request request,
      StoredBackup backup,
      List<StoredBackup> all,
      Environment environment,
      List<Entry<BackupPlan>> plans) {
    List<String> keeps = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Entry<BackupPlan> plan : plans) {
      if (BackupPlans.word(plan.spec()).equals(request.catalogue().method())) {
        List<Finding> wrong =
            BackupAlerts.of(
                watched(request, all, environment, plan), backup.name(), clock.instant());
        findings.addAll(wrong);
        if (wrong.isEmpty()) {
          keeps.add(plan.name());
        }
      } else {
        others.add(plan.name() + ", by " + BackupPlans.word(plan.spec()));
      }
    }
    boolean isPlanned = !keeps.isEmpty() || !findings.isEmpty();
    return new Made(backup, keeps, findings, isPlanned ? List.of() : others);
  }

  private static WatchedBackups watched(
      Request request, List<StoredBackup> all, Environment environment, Entry<BackupPlan> plan) {
    return new WatchedBackups(
        request.environment(),
        environment.region(),
        plan.spec(),
        plan.name(),
        plan.source(),
        request.catalogue().method(),
        all,
        true,
        null,
        false);
  }
}
