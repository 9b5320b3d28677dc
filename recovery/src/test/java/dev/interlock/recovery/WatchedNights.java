package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.finding.Finding;
import dev.interlock.finding.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Backups of one environment, whose plan wants one every night in a region, sealed and locked. */
final class WatchedNights {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  static final String ENVIRONMENT = "core";

  /** Where the plan wants them. */
  static final String REGION = "northeurope";

  private final Method method;
  private final List<StoredBackup> backups = new ArrayList<>();

  WatchedNights(Method method) {
    this.method = method;
  }

  void clear() {
    backups.clear();
  }

  void add(StoredBackup backup) {
    backups.add(backup);
  }

  /** Nothing but ten nights as they should be. */
  void history() {
    clear();
    for (int day = 1; day <= 10; day++) {
      Duration age = DAY.multipliedBy(day);
      add(Night.of(age).lockedUntil(NOW.minus(age).plus(DAY.multipliedBy(14))).stored());
    }
  }

  /** Rules that find something when all lie where the plan wants them. */
  List<String> rules() {
    return rules(REGION);
  }

  List<String> rules(String region) {
    return found(true, region).stream().map(Finding::control).toList();
  }

  /**
   * What all rules find.
   *
   * @param readable whether anybody could look
   * @param region where they lie; null where nobody knows
   */
  List<Finding> found(boolean readable, @Nullable String region) {
    return BackupAlerts.of(watched(readable, region), NOW);
  }

  /** What the rules of one backup find, right after it was made. */
  List<Finding> found(String made) {
    return BackupAlerts.of(watched(true, null), made, NOW);
  }

  private WatchedBackups watched(boolean readable, @Nullable String region) {
    BackupPlan plan =
        new BackupPlan(
            "Nightly",
            method,
            DAY,
            Duration.ofDays(35),
            "store",
            REGION,
            "vault/key",
            Duration.ofDays(14));
    return new WatchedBackups(
        ENVIRONMENT,
        "westeurope",
        plan,
        "nightly",
        SourceRef.file("plans.yaml"),
        method.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        backups,
        readable,
        region,
        true);
  }
}
