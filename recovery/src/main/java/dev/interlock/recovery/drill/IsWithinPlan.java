package dev.interlock.recovery.drill;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Durations;
import dev.interlock.recovery.LogWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A backup is as fresh as its plan promises, and not past the time that it is kept for. */
public final class IsWithinPlan {

  /** Name of the check. */
  public static final String NAME = "backup/is-within-plan";

  private IsWithinPlan() {}

  /**
   * Compares the age of a backup with the plan.
   *
   * @param newest true when it is the newest that there is, so that nothing fresher exists
   * @param lostAt the assumed moment of the loss
   */
  public static Checked check(Backup backup, BackupPlan plan, boolean newest, Instant lostAt) {
    Duration age = Duration.between(backup.point(), lostAt);
    Map<String, Long> numbers =
        Map.of("age-seconds", age.toSeconds(), "every-seconds", plan.every().toSeconds());
    if (age.isNegative()) {
      return Checked.fail(NAME, "it was made after the assumed moment of the loss", numbers);
    }
    if (age.compareTo(plan.keep()) > 0) {
      return Checked.fail(
          NAME,
          "it is " + words(age) + " old, and backups are kept for " + words(plan.keep()) + " only",
          numbers);
    }
    if (newest && age.compareTo(plan.every()) > 0) {
      return Checked.fail(
          NAME,
          "the newest backup is "
              + words(age)
              + " old, promised is one every "
              + words(plan.every()),
          numbers);
    }
    return Checked.pass(NAME, "it is " + words(age) + " old", numbers);
  }

  /**
   * Compares how far a log reaches with the plan.
   *
   * @param window from when to when the backup can be brought back
   * @param newest true when no other log can reach further
   */
  public static Checked check(LogWindow window, BackupPlan plan, boolean newest, Instant lostAt) {
    Duration base = Duration.between(window.from(), lostAt);
    Duration lost = Duration.between(window.to(), lostAt);
    Duration age = lost.isNegative() ? Duration.ZERO : lost;
    Map<String, Long> numbers =
        Map.of(
            "age-seconds", age.toSeconds(),
            "base-age-seconds", base.toSeconds(),
            "every-seconds", plan.every().toSeconds());
    if (base.isNegative()) {
      return Checked.fail(NAME, "it was made after the assumed moment of the loss", numbers);
    }
    if (base.compareTo(plan.keep()) > 0) {
      return Checked.fail(
          NAME,
          "it is " + words(base) + " old, and backups are kept for " + words(plan.keep()) + " only",
          numbers);
    }
    if (newest && age.compareTo(plan.every()) > 0) {
      return Checked.fail(
          NAME,
          "the newest transaction in the log is "
              + words(age)
              + " old, promised is one every "
              + words(plan.every()),
          numbers);
    }
    return Checked.pass(NAME, "the log reaches to " + words(age) + " before the loss", numbers);
  }

  private static String words(Duration length) {
    return Durations.words(length);
  }
}
