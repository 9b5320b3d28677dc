package dev.interlock.recovery.alert;

import dev.interlock.finding.Moment;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.StoredBackup;
import java.time.Duration;
import java.time.Instant;

/** Backups can be deleted earlier than the plan says. */
public final class AreUnlocked {

  private static final String RULE = "backup-unlocked";

  /** The lock is set by another clock than the point. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private AreUnlocked() {}

  /** Judges those that should still be locked. */
  public static void judge(Alerts alerts) {
    Duration locked = alerts.watched().plan().immutableFor();
    if (locked == null) {
      return;
    }
    alerts.good().stream().filter(it -> it.kept() == null).forEach(it -> judge(alerts, it, locked));
    if (alerts.good().stream().anyMatch(it -> it.kept() != null)) {
      alerts.unknown(
          RULE,
          Severity.LOW,
          "a catalogue of another tool does not say until when nobody can delete a backup",
          "look at the locks of the storage that the tool keeps backups in");
    }
  }

  private static void judge(Alerts alerts, StoredBackup it, Duration locked) {
    Instant due = Alerts.manifest(it).begun().plus(locked);
    Instant until = it.immutableUntil();
    boolean early = until == null || until.isBefore(due.minus(TOLERANCE));
    if (early && due.isAfter(alerts.now())) {
      alerts.fail(
          RULE,
          Severity.HIGH,
          it.name(),
          (until == null ? "anybody can delete it" : "it can be deleted from " + Moment.utc(until))
              + "; the plan says not before "
              + Moment.utc(due),
          "copies of a store must keep the hidden files that say until when");
    }
  }
}
