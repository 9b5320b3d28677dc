package dev.interlock.recovery.alert;

import dev.interlock.finding.Severity;
import dev.interlock.recovery.WatchedBackups;

/** Copies lie where the plan says, and not where the environment runs. */
public final class LieElsewhere {

  private static final String RULE = "backup-region";

  private LieElsewhere() {}

  /** Judges. */
  public static void judge(Alerts alerts) {
    WatchedBackups watched = alerts.watched();
    String target = watched.plan().targetRegion();
    String region = watched.storeRegion();
    if (target == null || !watched.readable()) {
      return;
    }
    if (target.equals(watched.sourceRegion())) {
      fail(alerts, "the plan keeps copies in " + target + ", where the environment runs");
    } else if (region == null) {
      alerts.unknown(
          RULE,
          Severity.LOW,
          "a store does not say in which region it lies; the plan says " + target,
          "say it with --region");
    } else if (!region.equals(target)) {
      fail(alerts, "the stores lie in " + region + "; the plan says " + target);
    }
  }

  private static void fail(Alerts alerts, String why) {
    alerts.fail(RULE, Severity.MEDIUM, "", why, "copy the backups to another region");
  }
}
