package dev.interlock.recovery.alert;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.StoredBackup.KeptBy;
import dev.interlock.recovery.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The newest backup took far longer than those before it, or they will soon take too long. */
public final class IsSlow {

  private static final Duration NOISE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofDays(30);
  private static final int LOOKED_AT = 30;

  private IsSlow() {}

  /** Judges; fewer than three before it say nothing. */
  public static void judge(Alerts alerts) {
    List<StoredBackup> alike = alike(alerts.good());
    List<Backup> good = alike.stream().map(Alerts::manifest).limit(LOOKED_AT).toList();
    if (good.size() > Earlier.LEAST) {
      slow(alerts, good);
      // Between two base backups the log is what is saved as often as the plan says.
      if (alike.getFirst().window() == null) {
        outgrows(alerts, good);
      }
    }
  }

  /** A full backup takes longer than the incremental ones before it. */
  private static List<StoredBackup> alike(List<StoredBackup> good) {
    return good.stream().filter(it -> kind(it).equals(kind(good.getFirst()))).toList();
  }

  private static String kind(StoredBackup it) {
    KeptBy kept = it.kept();
    return kept == null ? "" : kept.kind();
  }

  private static Duration length(Backup backup) {
    return Duration.between(backup.begun(), backup.at());
  }

  private static void slow(Alerts alerts, List<Backup> good) {
    Duration newest = length(good.getFirst());
    Duration median = Duration.ofMillis(Earlier.median(good, it -> length(it).toMillis()));
    if (newest.compareTo(median.multipliedBy(2).plus(NOISE)) > 0) {
      alerts.fail(
          "backup-slow",
          Severity.MEDIUM,
          good.getFirst().backup(),
          "it took "
              + Durations.words(newest)
              + "; by the median of those before it, it should have taken "
              + Durations.words(median),
          "see what slows the database, the disks or the network");
    }
  }

  private static void outgrows(Alerts alerts, List<Backup> good) {
    Duration every = alerts.watched().plan().every();
    Optional<Instant> when =
        Trend.of(good.stream().map(it -> new Trend.Point(it.begun(), length(it))).toList())
            .flatMap(trend -> trend.breaks(every, alerts.now()));
    if (when.isPresent() && when.get().isBefore(alerts.now().plus(SOON))) {
      alerts.fail(
          "backup-outgrows",
          Severity.MEDIUM,
          "",
          "a backup takes longer and longer: from "
              + Moment.utc(when.get())
              + " on it takes more than the "
              + Durations.words(every)
              + " until the next",
          "save less often, in parallel, or by another method");
    }
  }
}
