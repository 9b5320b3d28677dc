package dev.interlock.estate.checks;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
      counts(plan, report);
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

  private static void counts(Entry<BackupPlan> plan, Report report) {
    BackupPlan.Retention retention = plan.spec().retention();
    if (retention != null) {
      count(plan, "daily", retention.daily(), report);
      count(plan, "weekly", retention.weekly(), report);
      count(plan, "monthly", retention.monthly(), report);
      count(plan, "yearly", retention.yearly(), report);
    }
  }

  private static void count(
      Entry<BackupPlan> plan, String what, @Nullable Integer count, Report report) {
    if (count != null && count < 0) {
      report.add(
          EstateCode.KEPT_TOO_SHORT,
          plan.at("retention", what),
          what + ": no fewer than 0 copies are kept");
    }
  }
}
