package dev.interlock.recovery.postgres.physical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class IdleSessionTest {

  private static final long LONGER_THAN_IDLE = 1500;

  @TempDir private Path folder;

  @Test
  void a_server_that_ends_idle_sessions_is_copied_however_long_that_takes() throws Exception {
    try (ArchivingServer server = ArchivingServer.start(folder)) {
      PostgresAddress database = server.newDatabase("erp");
      Sql.run(database, "ALTER DATABASE erp SET idle_session_timeout = '500ms'");

      ServerCopy.Made made =
          new BaseBackup(database, server.data(), Duration.ofMinutes(2)).to(new Slow());

      assertThat(made.whole()).isAfter(made.begun());
    }
  }

  /** Takes a while for its first byte. */
  private static final class Slow extends OutputStream {

    private boolean begun;

    @Override
    public void write(int b) {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      if (!begun) {
        begun = true;
        pause();
      }
    }

    private static void pause() {
      try {
        Thread.sleep(LONGER_THAN_IDLE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
