package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.evidence.Backup;
import dev.interlock.finding.Finding;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule about backups finds what it is for, and nothing when all is as planned. */
class BackupAlertsTest {

  private static final String SEGMENT = "000000010000000000000004";

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String DIGEST = "sha256:" + "0".repeat(64);

  private final List<StoredBackup> backups = new ArrayList<>();

  @Test
  void nothing_is_wrong_when_all_is_as_planned() {
    history();
    assertThat(rules("northeurope")).isEmpty();
  }

  @Test
  void a_backup_that_was_missed_is_found_after_a_quarter_more_time() {
    add(
        Duration.ofHours(31),
        100,
        100,
        Duration.ofMinutes(5),
        "key",
        NOW.plus(DAY.multipliedBy(15)));
    assertThat(rules("northeurope")).containsExactly("backup-missed");
    backups.clear();
    add(
        Duration.ofHours(29),
        100,
        100,
        Duration.ofMinutes(5),
        "key",
        NOW.plus(DAY.multipliedBy(15)));
    assertThat(rules("northeurope")).isEmpty();
    backups.clear();
    assertThat(rules("northeurope")).containsExactly("backup-missed");
  }

  @Test
  void copies_that_nobody_sees_here_are_unknown_and_not_good() {
    List<Finding> found = BackupAlerts.of(watched(Method.PGBACKREST, false, null), NOW);
    assertThat(found).extracting(Finding::control).containsExactly("backup-missed");
    assertThat(found.getFirst().verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void a_database_or_files_that_shrank_are_found() {
    history();
    add(Duration.ofHours(1), 40, 100, Duration.ofMinutes(5), "key", NOW.plus(DAY.multipliedBy(15)));
    assertThat(rules("northeurope")).containsExactly("backup-shrunken");
    history();
    add(Duration.ofHours(1), 100, 40, Duration.ofMinutes(5), "key", NOW.plus(DAY.multipliedBy(15)));
    assertThat(rules("northeurope")).containsExactly("backup-shrunken");
  }

  @Test
  void files_that_are_saved_alone_are_not_measured_by_backups_of_their_database() {
    history();
    Instant point = NOW.minus(Duration.ofMinutes(5));
    Backup files =
        new Backup(
            "core",
            "files",
            "file-copy",
            point,
            point,
            null,
            new Backup.Filestore(1, 100, "files.list", List.of()),
            List.of(new Backup.Part("files.list", 1, DIGEST)),
            "key",
            point);
    Instant until = NOW.plus(DAY.multipliedBy(15));

    assertThat(fileRules()).isEmpty();
    backups.add(stored("files", BackupState.FINISHED, files, until));
    assertThat(fileRules()).isEmpty();
  }

  private List<String> fileRules() {
    return BackupAlerts.of(watched(Method.FILE_COPY, true, "northeurope"), NOW).stream()
        .map(Finding::control)
        .toList();
  }

  @Test
  void one_that_took_long_and_ones_that_outgrow_their_window_are_found() {
    history();
    add(
        Duration.ofHours(1),
        100,
        100,
        Duration.ofMinutes(12),
        "key",
        NOW.plus(DAY.multipliedBy(15)));
    assertThat(rules("northeurope")).containsExactly("backup-slow");
    backups.clear();
    for (int day = 1; day <= 10; day++) {
      Instant until = NOW.plus(DAY.multipliedBy(15));
      add(DAY.multipliedBy(day), 100, 100, Duration.ofHours(23 - day), "key", until);
    }
    assertThat(rules("northeurope")).containsExactly("backup-outgrows");
  }

  @Test
  void unfinished_and_damaged_ones_are_found_and_one_being_made_is_not() {
    history();
    backups.add(stored("20261101T000000Z", BackupState.UNFINISHED, null, null));
    backups.add(stored("20261122T113000Z", BackupState.UNFINISHED, null, null));
    backups.add(stored("20261102T000000Z", BackupState.UNREADABLE, null, null));
    assertThat(rules("northeurope")).containsExactly("backup-unfinished", "backup-damaged");
  }

  @Test
  void a_base_backup_is_as_new_as_its_log_and_a_gap_in_it_is_found() {
    Instant point = NOW.minus(DAY.multipliedBy(9));
    logged(new LogWindow(point, NOW.minus(DAY), List.of()));
    assertThat(logRules()).isEmpty();
    logged(new LogWindow(point, NOW.minus(DAY.multipliedBy(2)), List.of()));
    assertThat(logRules()).containsExactly("backup-missed");
    logged(new LogWindow(point, NOW.minus(DAY), List.of("00000001000000000000000A is missing")));
    List<Finding> found = BackupAlerts.of(watched(Method.BASE_BACKUP_AND_WAL, true, null), NOW);
    assertThat(found).extracting(Finding::control).startsWith("backup-log-gap");
    assertThat(found.getFirst().message()).contains("00000001000000000000000A is missing");
  }

  private List<String> logRules() {
    return BackupAlerts.of(watched(Method.BASE_BACKUP_AND_WAL, true, "northeurope"), NOW).stream()
        .map(Finding::control)
        .toList();
  }

  /** One base backup, as old as its window begins. */
  private void logged(LogWindow window) {
    backups.clear();
    Instant point = window.from();
    Backup backup =
        new Backup(
            "core",
            "base",
            "base-backup-and-wal",
            point,
            point,
            null,
            null,
            List.of(),
            "key",
            point.plusSeconds(60));
    Instant until = NOW.plus(DAY.multipliedBy(15));
    backups.add(
        new StoredBackup("core", "base", BackupState.FINISHED, backup, 1, until, window, ""));
  }

  @Test
  void one_that_was_made_just_now_is_judged_by_what_it_can_answer() {
    Instant until = NOW.plus(DAY);
    add(Duration.ofHours(1), 100, 100, Duration.ofMinutes(5), null, until);
    String made = backups.getLast().name();
    backups.add(stored("20261102T000000Z", BackupState.UNREADABLE, null, null));
    WatchedBackups watched = watched(Method.PG_DUMP, true, null);

    assertThat(BackupAlerts.of(watched, made, NOW))
        .extracting(Finding::control)
        .containsExactly("backup-unsealed");
    assertThat(BackupAlerts.of(watched, "20261102T000000Z", NOW))
        .extracting(Finding::control)
        .containsExactly("backup-damaged");
  }

  @Test
  void ones_without_seal_or_lock_or_in_another_region_are_found() {
    Instant until = NOW.plus(DAY);
    add(Duration.ofHours(1), 100, 100, Duration.ofMinutes(5), null, until);
    assertThat(rules("westeurope"))
        .containsExactly("backup-unsealed", "backup-unlocked", "backup-region");
    assertThat(BackupAlerts.of(watched(Method.PG_DUMP, true, null), NOW).getLast().verdict())
        .isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void a_full_backup_of_another_tool_is_not_compared_with_incremental_ones() {
    backups.clear();
    keep("full", Duration.ofHours(1), 1_000, Duration.ofHours(3));
    for (int day = 1; day <= 6; day++) {
      keep("incremental", DAY.multipliedBy(day), 1_000, Duration.ofMinutes(5));
    }

    assertThat(keptRules()).containsExactly("backup-unlocked");

    keep("incremental", Duration.ofMinutes(5), 400, Duration.ofHours(3));

    assertThat(keptRules()).containsExactly("backup-shrunken", "backup-slow", "backup-unlocked");
  }

  @Test
  void what_another_tool_keeps_is_judged_like_any_other_and_its_lock_is_unknown() {
    backups.clear();
    keep("full", DAY.multipliedBy(2), 1_000, Duration.ofMinutes(5));

    var findings = BackupAlerts.of(watched(Method.PGBACKREST, true, "northeurope"), NOW);

    assertThat(findings)
        .extracting(Finding::control)
        .containsExactly("backup-missed", "backup-unlocked");
    assertThat(findings.getLast().verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  private List<String> keptRules() {
    return BackupAlerts.of(watched(Method.PGBACKREST, true, "northeurope"), NOW).stream()
        .map(Finding::control)
        .toList();
  }

  private void keep(String kind, Duration age, long bytes, Duration took) {
    Instant ended = NOW.minus(age);
    KeptBackup kept =
        new KeptBackup(
            kind + age.toMinutes(),
            kind,
            List.of(),
            ended.minus(took),
            ended,
            bytes,
            "15",
            "15-1",
            new KeptBackup.Span(SEGMENT, SEGMENT, 16 << 20),
            "aes-256-cbc by pgBackRest",
            BackupState.FINISHED,
            "");
    KeptLog log = new KeptLog(Map.of(SEGMENT, ended), List.of(), List.of());
    KeptBackups all = new KeptBackups(List.of(kept), Map.of("15-1", log));
    backups.add(
        new StoredBackup(
            "core",
            kept.label(),
            BackupState.FINISHED,
            kept.told("core", "pgbackrest"),
            bytes,
            null,
            all.window(kept),
            "",
            List.of(),
            new StoredBackup.KeptBy("pgBackRest 2.45", kind)));
  }

  /** Ten days of backups as they should be. */
  private void history() {
    backups.clear();
    for (int day = 1; day <= 10; day++) {
      Duration age = DAY.multipliedBy(day);
      add(age, 100, 100, Duration.ofMinutes(5), "key", NOW.minus(age).plus(DAY.multipliedBy(14)));
    }
  }

  private void add(
      Duration age, long dump, long files, Duration took, @Nullable String key, Instant until) {
    Instant point = NOW.minus(age);
    String name = "b" + age.toHours();
    Backup backup =
        new Backup(
            "core",
            name,
            "pg-dump",
            point,
            point,
            null,
            new Backup.Filestore(1, files, "files.list", List.of()),
            List.of(new Backup.Part("database.dump", dump, DIGEST)),
            key,
            point.plus(took));
    backups.add(stored(name, BackupState.FINISHED, backup, until));
  }

  private static StoredBackup stored(
      String name, BackupState state, @Nullable Backup backup, @Nullable Instant until) {
    return new StoredBackup("core", name, state, backup, 100, until, "it is cut off");
  }

  private List<String> rules(String region) {
    return BackupAlerts.of(watched(Method.PG_DUMP, true, region), NOW).stream()
        .map(Finding::control)
        .toList();
  }

  private WatchedBackups watched(Method method, boolean readable, @Nullable String region) {
    BackupPlan plan =
        new BackupPlan(
            "Nightly",
            method,
            DAY,
            Duration.ofDays(35),
            "store",
            "northeurope",
            "vault/key",
            Duration.ofDays(14));
    return new WatchedBackups(
        "core",
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
