package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
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
import dev.interlock.recovery.alert.LongestKept;
import dev.interlock.recovery.alert.OperatorKeepsThePlan;
import dev.interlock.recovery.alert.StoreLocksThem;
import dev.interlock.recovery.alert.StoreMovesThem;
import dev.interlock.recovery.alert.StoreRemovesThem;
import dev.interlock.recovery.alert.StoreRulesAreKnown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * What a store does by itself with backups that the plan still wants.
   *
   * @param watched the backups of the environment that lie in this store, and the plan that wants
   *     them for the longest time
   * @param rto the shortest of the processes that work in the environment; null when none does
   */
  public static List<Finding> byStore(
      WatchedBackups watched, StoreRules rules, @Nullable Duration rto, Instant now) {
    Alerts alerts = new Alerts(watched, now);
    StoreRulesAreKnown.judge(alerts, rules);
    StoreRemovesThem.judge(alerts, rules);
    StoreMovesThem.judge(alerts, rules, rto);
    return alerts.findings();
  }

  /**
   * Whether a store refuses to remove copies for as long as a plan says.
   *
   * @param watched the plan that wants that for the longest time
   */
  public static List<Finding> ofLock(WatchedBackups watched, StoreRules rules, Instant now) {
    Alerts alerts = new Alerts(watched, now);
    StoreLocksThem.judge(alerts, rules);
    return alerts.findings();
  }

  /** How old the oldest copy gets that a plan still wants. */
  public static Duration longest(BackupPlan plan) {
    return LongestKept.by(plan);
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
