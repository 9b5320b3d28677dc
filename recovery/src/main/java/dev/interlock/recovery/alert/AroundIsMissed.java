package dev.interlock.recovery.alert;

import static java.util.Comparator.comparing;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.finding.Severity;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.WatchedBackups;
import dev.interlock.recovery.alert.AroundCopies.Copy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands around a database has no good copy within the time that its own plan says, and a
 * quarter of it more. It is saved with the database, but by a plan of its own.
 */
public final class AroundIsMissed {

  private static final String RULE = "backup-missed";

  private final Alerts alerts;
  private final WatchedBackups watched;
  private final String service;
  private final AroundCopies copies;

  /** Judges one service. */
  public AroundIsMissed(Alerts alerts, String service) {
    this.alerts = alerts;
    this.watched = alerts.watched();
    this.service = service;
    this.copies = new AroundCopies(service, watched.method());
  }

  /** Judges. */
  public void judge() {
    if (!watched.readable()) {
      unknown(
          "copies of " + service + " by " + watched.method() + " lie in no store that is read here",
          "name the store that backup run saves it to, or look where they are made");
      return;
    }
    Optional<Copy> newest =
        alerts.finished().stream()
            .map(Alerts::manifest)
            .flatMap(copies::in)
            .max(comparing(Copy::point));
    failed(newest);
    Optional<StoredBackup> doubtful = doubtful(newest);
    if (newest.isPresent() && !IsMissed.isLate(alerts, newest.get().point())) {
      content(newest.get());
    } else if (doubtful.isPresent()) {
      unreadable(doubtful.get());
    } else {
      newest.ifPresentOrElse(this::late, this::none);
    }
  }

  /** One that nobody can read, and that may hold a newer copy. */
  private Optional<StoredBackup> doubtful(Optional<Copy> newest) {
    return watched.backups().stream()
        .filter(it -> mayHold(it, newest))
        .max(comparing(StoredBackup::name));
  }

  private boolean mayHold(StoredBackup it, Optional<Copy> newest) {
    Backup backup = it.backup();
    if (it.state() == BackupState.UNREADABLE || backup == null) {
      // Names are moments: what is older than a copy that is too old does not matter.
      return it.state() == BackupState.UNREADABLE
          && newest.map(Copy::backup).filter(name -> name.compareTo(it.name()) > 0).isEmpty();
    }
    return it.state() == BackupState.DAMAGED
        && copies.in(backup).anyMatch(copy -> !IsMissed.isLate(alerts, copy.point()));
  }

  private void unreadable(StoredBackup it) {
    unknown(
        "the backup "
            + it.name()
            + " may hold the newest copy of "
            + service
            + ", and can't be read: "
            + it.note(),
        "find out what happened to it, and make another one now");
  }

  private void content(Copy newest) {
    if (!newest.hasContent()) {
      unknown(
          "nothing in the newest copy of "
              + service
              + ", of "
              + newest.backup()
              + ", could be read when it was saved",
          "see whether the right files and the right password were named");
    }
  }

  private void late(Copy newest) {
    Duration every = watched.plan().every();
    alerts.fail(
        RULE,
        Severity.HIGH,
        service,
        "the newest copy of "
            + service
            + " is of "
            + Moment.utc(newest.point())
            + ", "
            + Durations.words(Duration.between(newest.point(), alerts.now()))
            + " ago; the plan says every "
            + Durations.words(every),
        "see why the last runs did not save it, and make one now with " + option());
  }

  private void none() {
    alerts.fail(
        RULE,
        Severity.HIGH,
        service,
        "there is no good copy of " + service + " by plan " + watched.planName() + " anywhere",
        "interlock backup run saves it with "
            + option()
            + "; name every place that backups lie in");
  }

  /** The newest run says that it could not save it. */
  private void failed(Optional<Copy> newest) {
    Instant since = newest.map(Copy::point).orElse(Instant.MIN);
    alerts.finished().stream()
        .map(Alerts::manifest)
        .filter(it -> it.begun().isAfter(since) && copies.missed(it) != null)
        .max(comparing(Backup::begun))
        .ifPresent(it ->
            alerts.fail(
                "backup-failed",
                Severity.HIGH,
                service,
                "the backup " + it.backup() + " could not save it: " + copies.missed(it),
                "put right what it says, and make another one now"));
  }

  private String option() {
    return switch (watched.method()) {
      case "git" -> "--repository";
      case "file-copy" -> "--certificates";
      default -> "--redis";
    };
  }

  private void unknown(String why, String remediation) {
    alerts.unknown(RULE, Severity.MEDIUM, service, why, remediation);
  }
}
