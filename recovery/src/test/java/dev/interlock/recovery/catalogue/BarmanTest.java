package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptLog;
import dev.interlock.recovery.KeptServer;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.postgres.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Barman as Debian installs it keeps the contract. */
class BarmanTest extends BackupCatalogueContract {

  @Override
  KeptServer.Tool tool() {
    return KeptServer.Tool.BARMAN;
  }

  @Test
  void a_log_of_which_nothing_came_yet_is_empty() throws Exception {
    assertThat(BarmanLog.in(Path.of("/nowhere/wals"), List.of(), name -> name))
        .isEqualTo(new KeptLog(java.util.Map.of(), List.of(), List.of()));
  }

  @Test
  void a_server_that_archives_no_more_keeps_nobody_waiting() throws Exception {
    var copy = server().copy(folder().resolve("still"));
    Sql.run(server().address(), "ALTER SYSTEM SET archive_command = 'false'");
    Sql.run(server().address(), "SELECT pg_reload_conf()");
    try {
      assertThatThrownBy(() ->
              new Barman("erp", copy.folder().resolve("conf"), Duration.ofSeconds(10))
                  .take("full", RecoveryProgress.NONE))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("made no backup of the server erp")
          .hasMessageContaining("the server waits until its log is archived, and it is not")
          .hasMessageContaining("its archive_command fails for 0000000");
      assertThat(copy.catalogue().list().backups()).filteredOn(KeptBackup::isGood).hasSize(1);
    } finally {
      Sql.run(server().address(), "ALTER SYSTEM RESET archive_command");
      Sql.run(server().address(), "SELECT pg_reload_conf()");
    }
  }
}
