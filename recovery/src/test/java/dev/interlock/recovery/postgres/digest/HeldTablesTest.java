package dev.interlock.recovery.postgres.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class HeldTablesTest {

  @RegisterExtension private final KindsDatabase database = new KindsDatabase();

  @Test
  void tables_that_are_held_stay_as_they_are_and_people_write_on() throws Exception {
    List<Backup.Table> before = database.digests(2);
    try (Snapshot snapshot = Snapshot.open(database.address())) {
      try (HeldTables _ = HeldTables.of(snapshot)) {
        for (String change :
            List.of("TRUNCATE twice", "DROP TABLE no_columns", "ALTER TABLE parent ADD n int")) {
          assertThatThrownBy(() -> database.run("SET lock_timeout = '50ms'", change))
              .hasMessageContaining("lock timeout");
        }
        database.run("SET lock_timeout = '5s'", "DELETE FROM twice");
        assertThat(TableDigests.of(snapshot, 2, PartProgress.NONE)).isEqualTo(before);
      }
      database.run("SET lock_timeout = '5s'", "TRUNCATE twice");
    }
  }

  @Test
  void who_changes_a_table_is_waited_for_as_pg_dump_does() throws Exception {
    try (Connection changing = database.address().dataSource().getConnection();
        Connection joined = database.address().dataSource().getConnection()) {
      changing.setAutoCommit(false);
      Sessions.run(changing, "LOCK TABLE twice");
      joined.setAutoCommit(false);
      Sessions.run(joined, "SET lock_timeout = '100ms'");
      CompletableFuture<Void> held = CompletableFuture.runAsync(() -> hold(joined));

      Sql.text(database.address(), "SELECT pg_sleep(0.5)::text");
      assertThat(held).isNotDone();
      changing.commit();
      held.join();
    }
  }

  private static void hold(Connection joined) {
    try {
      HeldTables.on(joined).close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_table_that_may_not_be_read_can_not_be_held() throws Exception {
    try (Snapshot snapshot = Snapshot.open(database.readerOfAllBut("twice"))) {
      assertThatThrownBy(() -> HeldTables.of(snapshot))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("permission denied for table")
          .hasMessageContaining("GRANT pg_read_all_data TO reader");
    }
  }
}
