package dev.interlock.recovery;

import dev.interlock.finding.Finding;
import dev.interlock.recovery.alert.Alerts;
import dev.interlock.recovery.alert.AreUnlocked;
import dev.interlock.recovery.alert.AreWhole;
import dev.interlock.recovery.alert.AroundIsMissed;
import dev.interlock.recovery.alert.IsMissed;
import dev.interlock.recovery.alert.IsShrunken;
import dev.interlock.recovery.alert.IsSlow;
import dev.interlock.recovery.alert.IsUnsealed;
import dev.interlock.recovery.alert.LieElsewhere;
import dev.interlock.recovery.alert.LogHasGaps;
import dev.interlock.recovery.alert.OperatorKeepsThePlan;
import java.time.Instant;
import java.util.List;

/**
 * What is wrong with the backups of an environment, by what stores hold and what its plan says. A
 * function of what it is given; what nobody can know is a finding too.
 */
public final class BackupAlerts {

  private BackupAlerts() {}

  /** All of them, in the order of the rules. */
  public static List<Finding> of(WatchedBackups watched, Instant now) {
    Alerts alerts = ofBackups(watched, now);
    AreUnlocked.judge(alerts);
    LieElsewhere.judge(alerts);
    return alerts.findings();
  }

  /** What the backups themselves show, wherever they lie. */
  private static Alerts ofBackups(WatchedBackups watched, Instant now) {
    Alerts alerts = new Alerts(watched, now);
    IsMissed.judge(alerts);
    LogHasGaps.judge(alerts);
    AreWhole.judge(alerts);
    IsShrunken.judge(alerts);
    IsSlow.judge(alerts);
    IsUnsealed.judge(alerts);
    return alerts;
  }

  /**
   * What is wrong with one backup, and with what can be brought back now that it was made. Of locks
   * and regions of the place that it lies in, nothing is said.
   *
   * @param backup its name
   */
  public static List<Finding> of(WatchedBackups watched, String backup, Instant now) {
    Alerts alerts = ofBackups(watched, now);
    String whole = watched.environment();
    return alerts.findings().stream()
        .filter(it -> List.of(whole, whole + "/" + backup).contains(it.subject().id()))
        .toList();
  }

  /**
   * What is wrong with backups that an operator in Kubernetes makes.
   *
   * @param clusters of the environment, as files tell them; none is a finding too
   */
  public static List<Finding> of(
      WatchedBackups watched, List<OperatedCluster> clusters, Instant now) {
    Alerts alerts = new Alerts(watched, now);
    if (clusters.isEmpty()) {
      OperatorKeepsThePlan.none(alerts);
    }
    clusters.forEach(it -> OperatorKeepsThePlan.judge(alerts, it));
    return alerts.findings();
  }

  /**
   * What is wrong with the copies of one service that stands around a database.
   *
   * @param watched all backups of its environment, and the plan of the service
   * @param service as the estate calls it
   */
  public static List<Finding> around(WatchedBackups watched, String service, Instant now) {
    Alerts alerts = new Alerts(watched, now);
    new AroundIsMissed(alerts, service).judge();
    return alerts.findings();
  }
}
