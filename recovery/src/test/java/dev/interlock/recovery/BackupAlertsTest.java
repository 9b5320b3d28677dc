package dev.interlock.recovery;

import static dev.interlock.recovery.WatchedNights.DAY;
import static dev.interlock.recovery.WatchedNights.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.evidence.Backup;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule about backups finds what it is for, and nothing when all is as planned. */
class BackupAlertsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final WatchedNights nights = new WatchedNights(Method.PG_DUMP);

  @Test
  void nothing_is_wrong_when_all_is_as_planned() {
    nights.history();
    assertThat(nights.rules()).isEmpty();
  }

  @Test
  void a_backup_that_was_missed_is_found_after_a_quarter_more_time() {
    nights.add(Night.of(Duration.ofHours(31)).stored());
    assertThat(nights.rules()).containsExactly("backup-missed");
    nights.clear();
    nights.add(Night.of(Duration.ofHours(29)).stored());
    assertThat(nights.rules()).isEmpty();
    nights.clear();
    assertThat(nights.rules()).containsExactly("backup-missed");
  }

  @Test
  void a_database_or_files_that_shrank_are_found() {
    nights.history();
    nights.add(Night.of(HOUR).withDump(40).stored());
    assertThat(nights.rules()).containsExactly("backup-shrunken");
    nights.history();
    nights.add(Night.of(HOUR).withFiles(40).stored());
    assertThat(nights.rules()).containsExactly("backup-shrunken");
  }

  @Test
  void files_that_are_saved_alone_are_not_measured_by_backups_of_their_database() {
    WatchedNights alone = new WatchedNights(Method.FILE_COPY);
    alone.history();
    assertThat(alone.rules()).isEmpty();

    alone.add(filesAlone());

    assertThat(alone.rules()).isEmpty();
  }

  private static StoredBackup filesAlone() {
    Instant point = NOW.minus(Duration.ofMinutes(5));
    Backup files =
        new Backup(
            WatchedNights.ENVIRONMENT,
            "files",
            "file-copy",
            point,
            point,
            null,
            new Backup.Filestore(1, 100, "files.list", List.of()),
            List.of(new Backup.Part("files.list", 1, "sha256:" + "0".repeat(64))),
            "key",
            point);
    return Night.stored("files", BackupState.FINISHED, files, NOW.plus(DAY.multipliedBy(15)));
  }

  @Test
  void one_that_took_long_and_ones_that_outgrow_their_window_are_found() {
    nights.history();
    nights.add(Night.of(HOUR).taking(Duration.ofMinutes(12)).stored());
    assertThat(nights.rules()).containsExactly("backup-slow");
    nights.clear();
    for (int day = 1; day <= 10; day++) {
      Duration took = Duration.ofHours(23 - day);
      nights.add(Night.of(DAY.multipliedBy(day)).taking(took).stored());
    }
    assertThat(nights.rules()).containsExactly("backup-outgrows");
  }

  @Test
  void unfinished_and_damaged_ones_are_found_and_one_being_made_is_not() {
    nights.history();
    nights.add(Night.stored("20261101T000000Z", BackupState.UNFINISHED, null, null));
    nights.add(Night.stored("20261122T113000Z", BackupState.UNFINISHED, null, null));
    nights.add(Night.stored("20261102T000000Z", BackupState.UNREADABLE, null, null));
    assertThat(nights.rules()).containsExactly("backup-unfinished", "backup-damaged");
  }

  @Test
  void one_that_was_made_just_now_is_judged_by_what_it_can_answer() {
    StoredBackup made = Night.of(HOUR).unsealed().lockedUntil(NOW.plus(DAY)).stored();
    nights.add(made);
    nights.add(Night.stored("20261102T000000Z", BackupState.UNREADABLE, null, null));

    assertThat(nights.found(made.name()))
        .extracting(Finding::control)
        .containsExactly("backup-unsealed");
    assertThat(nights.found("20261102T000000Z"))
        .extracting(Finding::control)
        .containsExactly("backup-damaged");
  }

  @Test
  void ones_without_seal_or_lock_or_in_another_region_are_found() {
    nights.add(Night.of(HOUR).unsealed().lockedUntil(NOW.plus(DAY)).stored());
    assertThat(nights.rules("westeurope"))
        .containsExactly("backup-unsealed", "backup-unlocked", "backup-region");
    assertThat(nights.found(true, null).getLast().verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void who_keeps_copies_elsewhere_is_told_how_to_name_them() {
    Map.of(
            Method.PGBACKREST, "--pgbackrest",
            Method.BARMAN, "--barman",
            Method.CLOUDNATIVE_PG, "--kubernetes",
            Method.AZURE_POINT_IN_TIME, "drill azure")
        .forEach((method, hint) ->
            assertThat(new WatchedNights(method).found(false, null))
                .filteredOn(it -> it.control().equals("backup-missed"))
                .singleElement()
                .satisfies(it -> assertThat(it.remediation()).contains(hint)));
  }
}
