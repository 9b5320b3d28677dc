package dev.interlock.recovery.alert;

import static java.util.Comparator.naturalOrder;

import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.WatchedBackups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** There is no good backup within the time that the plan says, and a quarter of it more. */
public final class IsMissed {

  private static final String RULE = "backup-missed";
  private static final int PART_TOLERATED = 4;

  private IsMissed() {}

  /** Judges. */
  public static void judge(Alerts alerts) {
    WatchedBackups watched = alerts.watched();
    List<StoredBackup> good = alerts.saving();
    if (!good.isEmpty()) {
      late(alerts, good.stream().map(IsMissed::newest).max(naturalOrder()).orElseThrow());
    } else if (watched.readable()) {
      alerts.fail(
          RULE,
          Severity.CRITICAL,
          "",
          "there is no good backup by plan " + watched.planName() + " anywhere",
          "interlock backup run makes one; name every place that backups lie in");
    } else {
      alerts.unknown(
          RULE,
          Severity.HIGH,
          "copies by " + watched.method() + " lie in no store that is read here",
          where(watched.plan().method()));
    }
  }

  /** What to do where nothing that was named keeps them. */
  private static String where(Method method) {
    return switch (method) {
      case PGBACKREST -> "name what keeps them by --pgbackrest";
      case BARMAN -> "name what keeps them by --barman";
      case CLOUDNATIVE_PG -> "name its resources by --kubernetes";
      case AZURE_POINT_IN_TIME -> "interlock drill azure asks Azure for them, and proves one";
      default -> "name every place that backups lie in, or look where they are made";
    };
  }

  /** With its log, a base backup comes back later than it was made. */
  private static Instant newest(StoredBackup good) {
    LogWindow window = good.window();
    return window == null ? Alerts.manifest(good).point() : window.to();
  }

  /** A quarter more than the plan says: a run takes its time. */
  static boolean isLate(Alerts alerts, Instant newest) {
    Duration every = alerts.watched().plan().every();
    return newest.plus(every).plus(every.dividedBy(PART_TOLERATED)).isBefore(alerts.now());
  }

  private static void late(Alerts alerts, Instant newest) {
    Duration every = alerts.watched().plan().every();
    if (isLate(alerts, newest)) {
      alerts.fail(
          RULE,
          Severity.HIGH,
          "",
          "the newest moment that can be brought back is "
              + Moment.utc(newest)
              + ", "
              + Durations.words(Duration.between(newest, alerts.now()))
              + " ago; the plan says every "
              + Durations.words(every),
          "see why the last run failed, and make one now");
    }
  }
}
