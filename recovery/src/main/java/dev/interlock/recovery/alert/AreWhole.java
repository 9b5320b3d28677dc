package dev.interlock.recovery.alert;

import dev.interlock.finding.Severity;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.StoredBackup;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Backups can't be restored, or were never finished. */
public final class AreWhole {

  /** So long one may take; somebody may still be at it. */
  private static final Duration BEING_MADE = Duration.ofDays(1);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  private AreWhole() {}

  /** Judges. */
  public static void judge(Alerts alerts) {
    alerts.watched().backups().forEach(it -> judge(alerts, it));
  }

  private static void judge(Alerts alerts, StoredBackup it) {
    if (it.state() == BackupState.UNFINISHED) {
      if (!mayBeBeingMade(alerts, it)) {
        alerts.fail(
            "backup-unfinished",
            Severity.MEDIUM,
            it.name(),
            "it was never finished: whoever made it was stopped",
            it.kept() == null
                ? "interlock backup prune --apply removes it"
                : "see what " + it.kept().tool() + " says of it, and let it remove it");
      }
    } else if (it.state() != BackupState.FINISHED) {
      alerts.fail(
          "backup-damaged",
          Severity.HIGH,
          it.name(),
          "it can't be restored: " + it.note(),
          "find out what happened to it, and drill the others");
    }
  }

  private static boolean mayBeBeingMade(Alerts alerts, StoredBackup it) {
    try {
      Instant begun = NAME.parse(it.name(), Instant::from);
      return alerts.watched().inUse() && begun.plus(BEING_MADE).isAfter(alerts.now());
    } catch (DateTimeException e) {
      return alerts.watched().inUse();
    }
  }
}
