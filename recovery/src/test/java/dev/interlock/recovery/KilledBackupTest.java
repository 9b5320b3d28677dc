package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.evidence.Backup;
import dev.interlock.goldens.JavaProgram;
import dev.interlock.recovery.postgres.Awaiting;
import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup that is killed while it counts rows: the server is as before, and nothing counts. */
@Tag("slow")
@Timeout(180)
class KilledBackupTest {

  /** Whoever is there for a backup, and the locks that it has: none of its own are counted. */
  private static final String LEFT =
      "SELECT (SELECT count(*) FROM pg_stat_activity WHERE application_name = 'interlock'"
          + " AND pid <> pg_backend_pid())"
          + " + (SELECT count(*) FROM pg_locks WHERE pid <> pg_backend_pid()"
          + " AND database IS NOT NULL)"
          + " + (SELECT count(*) FROM pg_replication_slots)";

  @TempDir private static Path folder;

  private static LoggedOdoo odoo;

  @BeforeAll
  static void start() throws Exception {
    odoo = LoggedOdoo.in(folder);
  }

  @AfterAll
  static void stop() {
    odoo.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {TakeBackup.METHOD, TakeBaseBackup.METHOD})
  void nothing_is_left_in_the_server_and_the_next_backup_counts(String method) throws Exception {
    killWhileCounting(method);

    Awaiting.until(() -> odoo.text(LEFT).equals("0"), "nothing is left in the server");
    odoo.odoo().run("BEGIN; LOCK TABLE ir_attachment IN SHARE MODE NOWAIT; COMMIT");
    Backup next = odoo.save(odoo.odoo().storeFolder(), null);
    assertThat(StoredBackup.in(odoo.odoo().store(), odoo::read))
        .extracting(StoredBackup::name, StoredBackup::state)
        .contains(
            tuple("killed-" + method, BackupState.UNFINISHED),
            tuple(next.backup(), BackupState.FINISHED));
  }

  private static void killWhileCounting(String method) throws Exception {
    SourceOdoo source = odoo.odoo();
    TakeBackup.Request request = source.request();
    Process backup =
        JavaProgram.of(
                SlowlyCounting.class,
                method,
                request.database(),
                request.filestore(),
                source.storeFolder(),
                odoo.server().data(),
                odoo.server().archive())
            .start();
    try (BufferedReader out = backup.inputReader()) {
      assertThat(out.readLine()).isEqualTo("counting");
      assertThat(odoo.text(LEFT)).isNotEqualTo("0");
      backup.destroyForcibly();
    }
    assertThat(backup.waitFor()).isEqualTo(137);
  }
}
