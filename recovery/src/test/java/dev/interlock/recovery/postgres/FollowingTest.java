package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.postgres.drill.ArchivingServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class FollowingTest {

  @TempDir private Path folder;

  @Test
  void a_server_that_is_behind_is_refused_and_one_that_ends_readers_says_what_helps()
      throws Exception {
    try (ArchivingServer server = ArchivingServer.start(folder)) {
      PostgresAddress written = server.newDatabase("erp");
      Sql.run(written, "CREATE TABLE seen AS SELECT generate_series(1, 9) AS n");
      try (ArchivingServer standby = server.standby(folder, "max_standby_streaming_delay=0")) {
        PostgresAddress read = standby.address().database("erp");

        refused(read);
        Sql.run(written, "INSERT INTO seen VALUES (10)");
        Awaiting.until(() -> Sql.text(read, "SELECT max(n) FROM seen").equals("10"), "it follows");
        ended(read, written);
      }
      try (Connection connection = written.dataSource().getConnection()) {
        assertThat(Following.upTo(connection, Duration.ZERO)).isEmpty();
      }
    }
  }

  private static void refused(PostgresAddress read) throws SQLException {
    try (Connection connection = read.dataSource().getConnection()) {
      assertThat(Following.upTo(connection, Following.LONGEST)).isPresent();
      assertThatThrownBy(() -> Following.upTo(connection, Duration.ZERO))
          .hasMessageContaining("only follows another server")
          .hasMessageContaining("save from the other server");
    }
  }

  private static void ended(PostgresAddress read, PostgresAddress written) throws Exception {
    try (Snapshot snapshot = Snapshot.open(read)) {
      Sql.run(written, "DELETE FROM seen", "VACUUM seen");
      String left = "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'";
      Awaiting.until(() -> Sql.text(read, left).equals("0"), "the reader is ended");

      assertThatThrownBy(snapshot::requireHeld).hasMessageContaining("hot_standby_feedback");
    }
  }
}
