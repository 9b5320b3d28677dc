package dev.interlock.recovery.alert;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.TakeFiles;
import dev.interlock.recovery.WatchedBackups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Findings about the backups of an environment as they are made. */
public final class Alerts {

  private final WatchedBackups watched;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  /** None yet. */
  public Alerts(WatchedBackups watched, Instant now) {
    this.watched = watched;
    this.now = now;
  }

  WatchedBackups watched() {
    return watched;
  }

  Instant now() {
    return now;
  }

  /** Good backups by the plan's method, the newest first. */
  List<StoredBackup> good() {
    return good(it -> it.method().equals(watched.method()));
  }

  /** Good backups that save what the plan says: every backup of a database saves its files too. */
  List<StoredBackup> saving() {
    return watched.method().equals(TakeFiles.METHOD) ? good(it -> it.filestore() != null) : good();
  }

  private List<StoredBackup> good(Predicate<Backup> which) {
    return watched.backups().stream()
        .filter(it -> it.state() == BackupState.FINISHED)
        .filter(it -> which.test(manifest(it)))
        .sorted(Comparator.comparing((StoredBackup it) -> manifest(it).point()).reversed())
        .toList();
  }

  /** Good backups of the environment, whatever they are made by. */
  List<StoredBackup> finished() {
    return watched.backups().stream()
        .filter(it -> it.state() == BackupState.FINISHED && it.backup() != null)
        .toList();
  }

  /** What a good one says. */
  static Backup manifest(StoredBackup good) {
    return Objects.requireNonNull(good.backup());
  }

  /** The rule is broken. */
  void fail(String rule, Severity severity, String about, String why, String remediation) {
    add(rule, severity, new Verdict.Fail(why), about, why, remediation);
  }

  /** Nobody can tell. */
  void unknown(String rule, Severity severity, String why, String remediation) {
    unknown(rule, severity, "", why, remediation);
  }

  /** Nobody can tell of a part of it. */
  void unknown(String rule, Severity severity, String about, String why, String remediation) {
    String message = "cannot be judged: " + why;
    add(rule, severity, new Verdict.Unknown(why), about, message, remediation);
  }

  private void add(
      String rule,
      Severity severity,
      Verdict verdict,
      String about,
      String message,
      String remediation) {
    String id = watched.environment() + (about.isEmpty() ? whole() : "/" + about);
    findings.add(
        new Finding(
            rule,
            "Backups are as plan " + watched.planName() + " says",
            "audit",
            severity,
            verdict,
            new Subject("backup", "backup", id, id),
            watched.source(),
            message,
            remediation,
            null,
            rule + ":" + watched.planName() + ":" + id));
  }

  /** Files have a plan beside that of their database. */
  private String whole() {
    return watched.method().equals(TakeFiles.METHOD) ? "/files" : "";
  }

  /** All so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
