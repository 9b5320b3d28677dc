package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.KeptLog;
import dev.interlock.recovery.KeptServer;
import java.nio.file.Path;
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
}
