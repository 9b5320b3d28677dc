package dev.interlock.recovery.alert;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import dev.interlock.estate.BackupPlan;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.OperatedCluster;
import dev.interlock.recovery.OperatedCluster.Run;
import dev.interlock.recovery.OperatedCluster.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operator in Kubernetes is told to do, and did, compared with the plan. */
public final class OperatorKeepsThePlan {

  private static final int PART_TOLERATED = 4;
  private static final int ENOUGH = 3;
  private static final Duration SHORT = Duration.ofMinutes(1);
  private static final String MISSED = "backup-missed";

  private final Alerts alerts;
  private final BackupPlan plan;
  private final OperatedCluster cluster;

  private OperatorKeepsThePlan(Alerts alerts, OperatedCluster cluster) {
    this.alerts = alerts;
    this.plan = alerts.watched().plan();
    this.cluster = cluster;
  }

  /** None of the files tells of a database of the environment. */
  public static void none(Alerts alerts) {
    String environment = alerts.watched().environment();
    alerts.unknown(
        MISSED,
        Severity.HIGH,
        "no Cluster in these files is of the environment " + environment,
        "give the Cluster the label interlock.dev/environment: " + environment);
  }

  /** Judges a cluster. */
  public static void judge(Alerts alerts, OperatedCluster cluster) {
    OperatorKeepsThePlan judge = new OperatorKeepsThePlan(alerts, cluster);
    Optional<Duration> rhythm = judge.schedules();
    judge.points(rhythm);
    judge.newest(rhythm);
    judge.failed();
    judge.slow();
    judge.kept();
  }

  /** The shortest of the rhythms in which base backups are made; empty when none are. */
  private Optional<Duration> schedules() {
    List<Schedule> active = cluster.schedules().stream().filter(it -> !it.suspended()).toList();
    if (active.isEmpty()) {
      fail(
          "backup-unscheduled",
          Severity.HIGH,
          cluster.schedules().isEmpty()
              ? "no ScheduledBackup makes base backups of it"
              : "every ScheduledBackup of it is suspended",
          "add a ScheduledBackup, or set suspend: false");
    }
    active.forEach(this::readable);
    return active.stream()
        .map(it -> CronRhythm.longest(it.cron()))
        .flatMap(Optional::stream)
        .min(naturalOrder());
  }

  private void readable(Schedule schedule) {
    if (CronRhythm.longest(schedule.cron()).isEmpty()) {
      fail(
          "backup-unscheduled",
          Severity.HIGH,
          "the schedule of "
              + schedule.name()
              + " can't be read, or never comes: "
              + schedule.cron(),
          "six fields, seconds first: \"0 0 2 * * *\" is every night at two");
    } else if (schedule.cron().strip().split("\\s+").length == 5) {
      fail(
          "backup-unscheduled",
          Severity.MEDIUM,
          "the schedule of "
              + schedule.name()
              + " has five fields, and the first one is read as seconds: "
              + schedule.cron(),
          "put a field for seconds in front: \"0 " + schedule.cron().strip() + "\"");
    }
  }

  /** To which moments one can go back: with the log to all, without it to base backups alone. */
  private void points(Optional<Duration> rhythm) {
    switch (cluster.archiving()) {
      case FAILS ->
          fail(
              "backup-log-gap",
              Severity.CRITICAL,
              "its log is not archived any more: nothing behind the last archived file comes back",
              "see the condition ContinuousArchiving of the Cluster");
      case NONE ->
          rarely(rhythm, "its log is archived nowhere, and base backups alone are made every ");
      case CONFIGURED -> {
        rarely(Optional.of(cluster.logEvery()), "a file of its log is archived every ");
        alerts.unknown(
            "backup-log-gap",
            Severity.MEDIUM,
            cluster.name() + " does not tell whether its log is archived",
            "export it with its status: kubectl get clusters,backups,scheduledbackups -o yaml");
      }
      case WORKS -> rarely(Optional.of(cluster.logEvery()), "a file of its log is archived every ");
    }
  }

  private void rarely(Optional<Duration> every, String what) {
    every
        .filter(it -> it.compareTo(plan.every()) > 0)
        .ifPresent(it ->
            fail(
                "backup-too-rare",
                Severity.HIGH,
                what
                    + Durations.words(it)
                    + "; the plan says every "
                    + Durations.words(plan.every()),
                "archive the log more often (archive_timeout), or change the plan"));
  }

  private void newest(Optional<Duration> rhythm) {
    Optional<Instant> newest =
        Stream.concat(
                cluster.runs().stream().filter(Run::isGood).map(Run::stopped),
                Stream.ofNullable(cluster.lastGood()))
            .filter(Objects::nonNull)
            .max(naturalOrder());
    Duration every = rhythm.orElse(plan.every());
    if (newest.isPresent()) {
      late(newest.get(), every);
    } else if (cluster.observed()) {
      fail(
          MISSED,
          Severity.CRITICAL,
          "there is no good base backup of it",
          "see why: kubectl describe backups");
    } else {
      alerts.unknown(
          MISSED,
          Severity.HIGH,
          "nothing tells which backups of " + cluster.name() + " were made",
          "export them: kubectl get clusters,backups,scheduledbackups -o yaml");
    }
  }

  private void late(Instant newest, Duration every) {
    Duration age = Duration.between(newest, alerts.now());
    if (age.compareTo(every.plus(every.dividedBy(PART_TOLERATED))) > 0) {
      fail(
          MISSED,
          Severity.HIGH,
          "its newest base backup is of "
              + Moment.utc(newest)
              + ", "
              + Durations.words(age)
              + " ago; one is to be made every "
              + Durations.words(every),
          "see why the last run failed, and make one now");
    }
  }

  private void failed() {
    Instant good =
        cluster.runs().stream()
            .filter(Run::isGood)
            .map(it -> Objects.requireNonNull(it.stopped()))
            .max(naturalOrder())
            .orElse(Instant.MIN);
    cluster.runs().stream()
        .filter(Run::isBad)
        .filter(it -> it.started() == null || it.started().isAfter(good))
        .forEach(it ->
            fail(
                "backup-failed",
                Severity.HIGH,
                "its backup "
                    + it.name()
                    + " failed"
                    + (it.error().isEmpty() ? "" : ": " + it.error()),
                "see why: kubectl describe backup " + it.name()));
  }

  private void slow() {
    List<Run> good =
        cluster.runs().stream()
            .filter(it -> it.isGood() && it.started() != null)
            .sorted(comparing((Run it) -> Objects.requireNonNull(it.stopped())).reversed())
            .toList();
    if (good.size() <= ENOUGH) {
      return;
    }
    List<Duration> before =
        good.stream().skip(1).map(OperatorKeepsThePlan::length).sorted().toList();
    Duration median = before.get(before.size() / 2);
    Duration newest = length(good.getFirst());
    if (newest.compareTo(median.multipliedBy(2)) > 0 && newest.minus(median).compareTo(SHORT) > 0) {
      fail(
          "backup-slow",
          Severity.MEDIUM,
          "its newest base backup took "
              + Durations.words(newest)
              + ", those before "
              + Durations.words(median),
          "see what else its disks and the network were busy with");
    }
  }

  private static Duration length(Run run) {
    return Duration.between(
        Objects.requireNonNull(run.started()), Objects.requireNonNull(run.stopped()));
  }

  private void kept() {
    Duration kept = cluster.retention().kept();
    if (!cluster.retention().doubt().isEmpty()) {
      alerts.unknown(
          "backup-retention",
          Severity.MEDIUM,
          cluster.name() + ": " + cluster.retention().doubt(),
          "name the files that say it");
    } else if (kept != null && kept.compareTo(plan.keep()) < 0) {
      fail(
          "backup-retention",
          Severity.HIGH,
          "its copies are kept for "
              + Durations.words(kept)
              + "; the plan says "
              + Durations.words(plan.keep()),
          "set retentionPolicy to as long as the plan says");
    }
  }

  private void fail(String rule, Severity severity, String why, String remediation) {
    alerts.fail(rule, severity, cluster.name(), cluster.name() + ": " + why, remediation);
  }
}
