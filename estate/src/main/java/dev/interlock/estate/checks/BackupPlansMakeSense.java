package dev.interlock.estate.checks;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import java.time.Duration;

/** Copies are kept longer than the time between them, and not locked for longer than kept. */
final class BackupPlansMakeSense implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<BackupPlan> plan : estate.entries(BackupPlan.class)) {
      BackupPlan spec = plan.spec();
      Lengths.aboveZero(plan, spec.every(), report, "every");
      Lengths.aboveZero(plan, spec.keep(), report, "keep");
      if (spec.keep().compareTo(spec.every()) < 0) {
        report.add(
            EstateCode.KEPT_TOO_SHORT,
            plan.at("keep"),
            "keep: a copy is gone after "
                + spec.keep()
                + ", before the next one after "
                + spec.every());
      }
      Duration locked = spec.immutableFor();
      if (locked != null && locked.compareTo(spec.keep()) > 0) {
        report.add(
            EstateCode.KEPT_TOO_SHORT,
            plan.at("immutableFor"),
            "immutableFor: a copy can't be deleted for "
                + locked
                + ", but is kept for "
                + spec.keep());
      }
    }
  }
}
