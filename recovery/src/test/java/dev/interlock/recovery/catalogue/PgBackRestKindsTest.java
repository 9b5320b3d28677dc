package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptServer;
import dev.interlock.recovery.RecoveryProgress;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of backup that pgBackRest makes is made when it is asked for. */
@Tag("slow")
class PgBackRestKindsTest {

  @Test
  void one_that_builds_on_others_needs_them_and_the_first_is_full_whatever_is_asked(
      @TempDir Path folder) throws Exception {
    try (KeptServer server = KeptServer.start(KeptServer.Tool.PGBACKREST, folder)) {
      BackupCatalogue catalogue = server.catalogue();

      KeptBackup first = catalogue.take("incremental", RecoveryProgress.NONE);
      KeptBackup differential = catalogue.take("differential", RecoveryProgress.NONE);
      KeptBackup incremental = catalogue.take("incremental", RecoveryProgress.NONE);

      assertThat(first.kind()).isEqualTo("full");
      assertThat(differential.kind()).isEqualTo("differential");
      assertThat(differential.needs()).containsExactly(first.label());
      assertThat(incremental.kind()).isEqualTo("incremental");
      assertThat(incremental.isGood()).isTrue();
      assertThat(catalogue.list().backups()).containsExactly(first, differential, incremental);
    }
  }
}
