package dev.interlock.recovery.alert;

import dev.interlock.finding.Moment;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.StoredBackup;

/** The log of a base backup has a gap, and no moment behind it can be brought back. */
public final class LogHasGaps {

  private LogHasGaps() {}

  /** Judges every good one that has a log. */
  public static void judge(Alerts alerts) {
    alerts.good().forEach(it -> judge(alerts, it));
  }

  private static void judge(Alerts alerts, StoredBackup it) {
    LogWindow window = it.window();
    if (window != null && !window.gaps().isEmpty()) {
      int more = window.gaps().size() - 1;
      alerts.fail(
          "backup-log-gap",
          Severity.HIGH,
          it.name(),
          "its log ends at "
              + Moment.utc(window.to())
              + ": "
              + window.gaps().getFirst()
              + (more == 0 ? "" : ", and " + more + " more"),
          it.kept() == null
              ? "interlock backup wal saves what the server still has; make a new base backup now"
              : "see why the server's log does not reach the tool; make a new backup now");
    }
  }
}
