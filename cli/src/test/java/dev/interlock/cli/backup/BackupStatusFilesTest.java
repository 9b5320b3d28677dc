package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are saved alone are judged by the plan of the filestore. */
class BackupStatusFilesTest {

  private static final String MISSED = "core-production/files: there is no good backup";
  private static final String LATE = "core-production/files: the newest moment";

  @TempDir private Path folder;

  private BackupsByPlan backups;

  @BeforeEach
  void anEstate() throws IOException {
    backups = BackupsByPlan.in(folder);
    backups.filesEvery("PT5M");
  }

  private String status() {
    CliRun run = backups.backup("status");
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @Test
  void they_are_missed_when_there_are_none() {
    assertThat(status()).contains(MISSED);
  }

  @Test
  void they_are_late_by_their_own_plan() throws Exception {
    backups.saveFiles("f1", CliRun.NOW.minus(Duration.ofHours(1)));
    assertThat(status()).doesNotContain(MISSED).contains(LATE);

    backups.saveFiles("f2", CliRun.NOW.minus(Duration.ofMinutes(3)));
    assertThat(status()).doesNotContain(MISSED).doesNotContain(LATE);
  }

  @Test
  void they_are_no_backup_of_the_database() throws Exception {
    backups.saveFiles("f1", CliRun.NOW.minus(Duration.ofMinutes(1)));

    assertThat(status()).contains("core-production: the newest moment that can be brought back");
    assertThat(backups.backup("list").out()).contains("f1", "no database");
  }

  @Test
  void they_are_removed_by_the_plan_of_the_filestore() throws Exception {
    backups.saveFiles("old", CliRun.NOW.minus(Duration.ofDays(100)));
    backups.saveFiles("young", CliRun.NOW.minus(Duration.ofDays(10)));

    CliRun pruned = backups.backup("prune", "--key", backups.file("robot.key"));

    assertThat(pruned.out()).contains("remove  old  no rule keeps it", "keep    young");
  }
}
