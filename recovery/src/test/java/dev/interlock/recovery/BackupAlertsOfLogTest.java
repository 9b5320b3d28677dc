package dev.interlock.recovery;

import static dev.interlock.recovery.WatchedNights.DAY;
import static dev.interlock.recovery.WatchedNights.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.evidence.Backup;
import dev.interlock.finding.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A base backup is judged with the log that follows it. */
class BackupAlertsOfLogTest {

  private static final Instant POINT = NOW.minus(DAY.multipliedBy(9));

  private final WatchedNights nights = new WatchedNights(Method.BASE_BACKUP_AND_WAL);

  @Test
  void a_base_backup_is_as_new_as_its_log_and_a_gap_in_it_is_found() {
    logged(new LogWindow(POINT, NOW.minus(DAY), List.of()));
    assertThat(nights.rules()).isEmpty();
    logged(new LogWindow(POINT, NOW.minus(DAY.multipliedBy(2)), List.of()));
    assertThat(nights.rules()).containsExactly("backup-missed");
    logged(new LogWindow(POINT, NOW.minus(DAY), List.of("00000001000000000000000A is missing")));
    List<Finding> found = nights.found(true, null);
    assertThat(found).extracting(Finding::control).startsWith("backup-log-gap");
    assertThat(found.getFirst().message()).contains("00000001000000000000000A is missing");
  }

  /** One base backup with that log, and no other. */
  private void logged(LogWindow window) {
    nights.clear();
    Backup backup =
        new Backup(
            WatchedNights.ENVIRONMENT,
            "base",
            "base-backup-and-wal",
            POINT,
            POINT,
            null,
            null,
            List.of(),
            "key",
            POINT.plusSeconds(60));
    nights.add(
        new StoredBackup(
            WatchedNights.ENVIRONMENT,
            "base",
            BackupState.FINISHED,
            backup,
            1,
            NOW.plus(DAY.multipliedBy(15)),
            window,
            ""));
  }
}
