package dev.interlock.recovery;

import static dev.interlock.recovery.WatchedNights.DAY;
import static dev.interlock.recovery.WatchedNights.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Backups that another tool keeps are judged by the same rules, as far as anybody can tell. */
class BackupAlertsByToolTest {

  private static final String SEGMENT = "000000010000000000000004";

  private final WatchedNights nights = new WatchedNights(Method.PGBACKREST);

  @Test
  void copies_that_nobody_sees_here_are_unknown_and_not_good() {
    List<Finding> found = nights.found(false, null);
    assertThat(found).extracting(Finding::control).containsExactly("backup-missed");
    assertThat(found.getFirst().verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void a_full_backup_is_not_compared_with_incremental_ones() {
    keep("full", Duration.ofHours(1), 1_000, Duration.ofHours(3));
    for (int day = 1; day <= 6; day++) {
      keep("incremental", DAY.multipliedBy(day), 1_000, Duration.ofMinutes(5));
    }

    assertThat(nights.rules()).containsExactly("backup-unlocked");

    keep("incremental", Duration.ofMinutes(5), 400, Duration.ofHours(3));

    assertThat(nights.rules()).containsExactly("backup-shrunken", "backup-slow", "backup-unlocked");
  }

  @Test
  void what_another_tool_keeps_is_judged_like_any_other_and_its_lock_is_unknown() {
    keep("full", DAY.multipliedBy(2), 1_000, Duration.ofMinutes(5));

    List<Finding> findings = nights.found(true, WatchedNights.REGION);

    assertThat(findings)
        .extracting(Finding::control)
        .containsExactly("backup-missed", "backup-unlocked");
    assertThat(findings.getLast().verdict()).isInstanceOf(Verdict.Unknown.class);
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
    nights.add(
        new StoredBackup(
            WatchedNights.ENVIRONMENT,
            kept.label(),
            BackupState.FINISHED,
            kept.told(WatchedNights.ENVIRONMENT, "pgbackrest"),
            bytes,
            null,
            all.window(kept),
            "",
            List.of(),
            new StoredBackup.KeptBy("pgBackRest 2.45", kind)));
  }
}
