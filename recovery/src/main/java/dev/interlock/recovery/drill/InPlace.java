package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.OdooBoot;
import dev.interlock.recovery.ProcessProof;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RestoreChecks;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.DrillProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a drill that has an isolated place: restored until the first error, verified, cut off
 * from the world, measured, and removed.
 *
 * @param proving keeps what is found
 * @param places where drills make their folders
 * @param processes what is measured
 * @param lostAt the assumed moment of the loss
 * @param boot the Odoo that is started on what was restored; null when none is
 */
public record InPlace(
    Proving proving,
    Path places,
    List<ProcessProof> processes,
    Instant lostAt,
    @Nullable OdooBoot boot) {

  /**
   * Runs it.
   *
   * @param unplaced looks at the backup where there can be no place: false when it is not good,
   *     which counts more and is all that is told then
   * @param restoration what brings the backup back into a folder
   * @param besides brings back what stands around the database, whether that came back or not
   * @param asked what is asked of the restored Odoo
   * @return the moment that was brought back; none when nothing was. What stands around comes back
   *     only when what is stored is what was stored
   * @throws Fault when the place failed: that says nothing about the backup
   */
  public Optional<Instant> run(
      BooleanSupplier unplaced,
      Function<DrillFolder, Restoration> restoration,
      Consumer<DrillFolder> besides,
      Function<RestoredOdoo, RestoreChecks> asked) {
    DrillFolder made;
    try {
      made = folder();
    } catch (Fault e) {
      if (unplaced.getAsBoolean()) {
        throw e;
      }
      return Optional.empty();
    }
    try (made) {
      return inFolder(made, restoration, besides, asked);
    }
  }

  private DrillFolder folder() {
    DrillFolder made = DrillFolder.make(places);
    try {
      if (boot != null) {
        DrillProgram.requireRunnable(made, boot.program());
      }
      return made;
    } catch (Fault e) {
      made.close();
      throw e;
    }
  }

  private Optional<Instant> inFolder(
      DrillFolder folder,
      Function<DrillFolder, Restoration> restoration,
      Consumer<DrillFolder> besides,
      Function<RestoredOdoo, RestoreChecks> asked) {
    try (Restoration restoring = restoration.apply(folder)) {
      if (!restoring.fetch(proving.stages(), proving::keep)) {
        return Optional.empty();
      }
      boolean isBack = restored(restoring);
      try {
        besides.accept(folder);
      } catch (Fault e) {
        // That the backup does not come back counts more than what nobody could look at.
        if (isBack) {
          throw e;
        }
      }
      return isBack ? Optional.of(proven(restoring, folder, asked)) : Optional.empty();
    }
  }

  private Instant proven(
      Restoration restoring, DrillFolder folder, Function<RestoredOdoo, RestoreChecks> asked) {
    proving.verify(restoring.odoo(), asked.apply(restoring.odoo()));
    proving.stages().run("examine", restoring::pages).ifPresent(proving::keep);
    proving.neutralise(restoring.odoo());
    Instant point = restoring.point();
    Booting booting = boot == null ? null : new Booting(boot, folder, restoring);
    proving.measure(restoring.odoo(), processes, point, lostAt, booting);
    restoring.requireAlive(proving.checks());
    return point;
  }

  private boolean restored(Restoration restoring) {
    try {
      return restoring.run(proving.stages(), proving::keep);
    } catch (Fault e) {
      if (!RecoveryCode.isOfBackup(e) && !e.code().equals(RecoveryCode.RESTORE_FAILED.code())) {
        throw e;
      }
      proving.keep(Checked.fail(Restoring.CHECK, String.valueOf(e.getMessage()), Map.of()));
      return false;
    }
  }
}
