package dev.interlock.recovery.alert;

import dev.interlock.finding.Severity;
import dev.interlock.recovery.StoreLock.Missing;
import dev.interlock.recovery.StoreLock.OfAll;
import dev.interlock.recovery.StoreLock.OfEach;
import dev.interlock.recovery.StoreLock.OfNobody;
import dev.interlock.recovery.StoreLock.Unknown;
import dev.interlock.recovery.StoreRules;
import java.time.Duration;

/** The store refuses to remove copies for as long as the plan says, whoever asks. */
public final class StoreLocksThem {

  private static final String RULE = "backup-unlocked";

  private StoreLocksThem() {}

  /** Judges, when the plan says that nobody may remove a copy. */
  public static void judge(Alerts alerts, StoreRules rules) {
    Duration wanted = alerts.watched().plan().immutableFor();
    if (wanted == null) {
      return;
    }
    switch (rules.lock()) {
      case OfEach _, OfNobody _ -> {
        // What each copy was locked for is judged by itself.
      }
      case OfAll all -> judge(alerts, rules, all, wanted);
      case Missing it -> fail(alerts, rules, it.why(), wanted);
      case Unknown it ->
          alerts.unknown(RULE, Severity.MEDIUM, rules.place(), it.doubt().why(), it.doubt().hint());
    }
  }

  private static void judge(Alerts alerts, StoreRules rules, OfAll lock, Duration wanted) {
    if (lock.age().compareTo(wanted) < 0) {
      fail(
          alerts,
          rules,
          "the store keeps what it gets for " + lock.age().toDays() + " days only",
          wanted);
    } else if (!lock.fixed()) {
      fail(alerts, rules, "the policy of the store is not locked: it can be ended", wanted);
    }
  }

  private static void fail(Alerts alerts, StoreRules rules, String why, Duration wanted) {
    alerts.fail(
        RULE,
        Severity.HIGH,
        rules.place(),
        why
            + "; the plan says that nobody can delete a copy for "
            + wanted.toDays()
            + " days, and there Interlock alone keeps to that",
        "keep backups where the store locks them: a bucket with Object Lock, a container with"
            + " immutability for versions");
  }
}
