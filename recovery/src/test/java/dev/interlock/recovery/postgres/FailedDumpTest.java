package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a database is not dumped, or a dump does not come back. */
@Tag("slow")
class FailedDumpTest {

  @TempDir static Path parent;
  @TempDir Path folder;

  private static DumpServer server;

  @BeforeAll
  static void start() throws Exception {
    server = DumpServer.in(parent);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_user_who_may_not_read_all_is_told_the_right_that_is_missing() throws Exception {
    PostgresAddress guarded = server.newDatabase("guarded");
    Sql.run(guarded, "CREATE SEQUENCE numbers", "CREATE ROLE clerk LOGIN PASSWORD 'clerk'");

    try (Snapshot snapshot = Snapshot.open(guarded.as("clerk", "clerk"))) {
      assertThatThrownBy(
              () -> new DumpDatabase(server.tools(), snapshot).to(OutputStream.nullOutputStream()))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("permission denied for sequence numbers")
          .hasMessageContaining("GRANT pg_read_all_data TO clerk");
    }
  }

  @Test
  void a_table_that_nobody_lets_go_ends_the_dump_and_is_named() throws Exception {
    PostgresAddress busy = server.newDatabase("busy");
    Sql.run(busy, "CREATE TABLE taken (n int)");

    try (Snapshot snapshot = Snapshot.open(busy);
        Connection other = Sessions.connect(busy)) {
      other.setAutoCommit(false);
      Sessions.run(other, "LOCK TABLE taken IN ACCESS EXCLUSIVE MODE");
      DumpDatabase dump = new DumpDatabase(server.tools(), snapshot, Duration.ofMillis(300));
      assertThatThrownBy(() -> dump.to(OutputStream.nullOutputStream()))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("public.taken")
          .hasMessageContaining("somebody waits to change one of these tables");
    }
  }

  @Test
  void a_dump_that_was_cut_fails_at_every_length() throws Exception {
    Path dump = folder.resolve("dump");
    server.dump(dump);
    long size = Files.size(dump);

    for (int percent : new int[] {0, 1, 30, 60, 90, 99}) {
      Path cut = Files.copy(dump, folder.resolve("cut" + percent));
      try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
        file.setLength(size * percent / 100);
      }
      assertThatThrownBy(() -> server.restored(cut, "cut" + percent))
          .as(percent + " %")
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC009"))
          .hasMessageContaining("pg_restore: error:");
    }
  }

  @Test
  void a_restore_stops_at_the_first_error_and_says_it() throws Exception {
    Path dump = folder.resolve("dump");
    server.dump(dump);
    PostgresAddress taken = server.newDatabase("taken");
    Sql.run(taken, "CREATE TABLE twice (other int)");

    assertThatThrownBy(() -> server.restoring().restore(dump, taken, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("relation \"twice\" already exists");
  }

  @Test
  void a_full_disk_ends_the_dump() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (Snapshot snapshot = Snapshot.open(server.source())) {
      assertThatThrownBy(() -> new DumpDatabase(server.tools(), snapshot).to(full))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"))
          .hasMessageContaining("No space left on device");
    }
  }

  @Test
  void a_snapshot_that_is_gone_fails_the_dump_with_the_words_of_the_tool() {
    Snapshot snapshot = Snapshot.open(server.source());
    snapshot.close();

    assertThatThrownBy(
            () -> new DumpDatabase(server.tools(), snapshot).to(OutputStream.nullOutputStream()))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"))
        .hasMessageContaining("pg_dump: error:");
  }

  @Test
  void a_wrong_password_never_shows() throws Exception {
    PostgresAddress wrong = server.source().as(server.source().user(), "hunter2");
    Path dump = folder.resolve("dump");
    server.dump(dump);

    assertThatThrownBy(() -> Snapshot.open(wrong))
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining(String.valueOf(server.source().password()));
    assertThatThrownBy(() -> server.restoring().restore(dump, wrong, 1))
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("hunter2");
  }
}
