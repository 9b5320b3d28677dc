package dev.interlock.recovery.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Mark;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.backup.CountedRows;
import dev.interlock.recovery.backup.CountedRows.Counted;
import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.RestoredCluster;
import dev.interlock.recovery.postgres.physical.BaseBackup;
import dev.interlock.recovery.postgres.physical.ServerCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was counted while people wrote is found again, or nobody knows; it is never called wrong.
 */
@Tag("slow")
class ComparedRowsTest {

  /** More of them take longer, and find more. */
  private static final int SEEDS = Integer.getInteger("compared.seeds", 1);

  @TempDir private static Path folder;

  private static ArchivingServer server;
  private static ServerCopy.Made made;

  @BeforeAll
  static void copy() throws Exception {
    server = ArchivingServer.start(folder, "max_prepared_transactions=10", "max_connections=60");
    Sql.run(
        server.address(),
        "CREATE TABLE work (n serial, t text)",
        "INSERT INTO work (t) SELECT n FROM generate_series(1, 500) n",
        "CREATE ROLE preloading LOGIN",
        "ALTER ROLE preloading SET session_preload_libraries = 'no_such_library'",
        "CREATE ROLE counter LOGIN PASSWORD 'secret'",
        "GRANT pg_read_all_data TO counter");
    try (OutputStream to = Files.newOutputStream(folder.resolve("base"))) {
      made = new BaseBackup(server.address(), server.data(), Duration.ofMinutes(2)).to(to);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Timeout(300)
  void what_was_counted_while_people_write_is_never_called_wrong() throws Exception {
    List<Counted> marks = new ArrayList<>();
    marks.add(count(server.address(), "quiet"));
    for (int seed = 0; seed < SEEDS; seed++) {
      try (var _ = Writers.start(server.address(), seed)) {
        marks.add(count(server.address(), "seed " + seed));
      }
    }
    marks.add(quietAgain());
    marks.add(whileACommitWaits());

    List<Checked> found = compared(marks);

    assertThat(found).hasSize(SEEDS + 3).noneMatch(it -> it.outcome() == Outcome.FAIL);
    assertThat(List.of(found.getFirst(), found.get(SEEDS + 1)))
        .allSatisfy(it -> assertThat(it.outcome()).as("%s", it.message()).isEqualTo(Outcome.PASS));
    assertThat(found.getLast().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(found)
        .filteredOn(it -> it.outcome() == Outcome.UNKNOWN)
        .allSatisfy(it ->
            assertThat(it.message()).contains("ended just when the rows were counted (", "work"));
  }

  /** It is in the log, and nobody sees it before another server has it too, which there is not. */
  private static Counted whileACommitWaits() throws Exception {
    Sql.run(
        server.address(),
        "ALTER SYSTEM SET synchronous_standby_names = 'nobody'",
        "SELECT pg_reload_conf()");
    Awaiting.until(
        () -> Sql.text(server.address(), "SHOW synchronous_standby_names").equals("nobody"),
        "it is set");
    Thread waiting = Thread.ofPlatform().daemon().start(ComparedRowsTest::commit);
    String waits = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    Awaiting.until(
        () -> Sql.text(server.address(), "SELECT count(*) " + waits).equals("1"), "it waits");
    Counted counted = count(server.address(), "a commit waits");
    Sql.text(server.address(), "SELECT pg_cancel_backend(pid) " + waits);
    waiting.join();
    return counted;
  }

  private static void commit() {
    try {
      Sql.run(server.address(), "INSERT INTO work (t) VALUES ('waits')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By somebody who may do what is needed and nothing else. */
  private static Counted quietAgain() throws Exception {
    PostgresAddress counter = server.address().as("counter", "secret");
    Counted refused = count(counter, "refused");
    assertThat(refused.mark()).isNull();
    assertThat(refused.missing()).contains("GRANT EXECUTE", "TO counter");

    Sql.run(
        server.address(),
        "GRANT EXECUTE ON FUNCTION pg_create_restore_point(text), pg_switch_wal() TO counter");
    Sql.run(
        server.address(),
        "ALTER ROLE counter SET default_transaction_isolation = 'serializable'",
        "ALTER ROLE counter SET statement_timeout = '1min'",
        "ALTER ROLE counter SET timezone = 'Asia/Kolkata'",
        "ALTER ROLE counter SET datestyle = 'German'");
    return count(counter, "quiet again");
  }

  private static Counted count(PostgresAddress address, String name) {
    return new CountedRows(address, 2, RecoveryProgress.NONE).count(name);
  }

  /** One server that stands still at one mark after the other. */
  private static List<Checked> compared(List<Counted> marks) throws IOException {
    Path places = Debian.reachable(Files.createDirectories(folder.resolve("places")));
    List<Checked> found = new ArrayList<>();
    try (DrillFolder drill = DrillFolder.make(places)) {
      RestoredCluster cluster = new RestoredCluster(drill, Debian.tools(), Debian.MAJOR);
      try (InputStream base = Files.newInputStream(folder.resolve("base"))) {
        cluster.unpack(base, made.system());
      }
      copyLog(cluster.log());
      for (Counted counted : marks) {
        found.add(rows(cluster, drill, counted, RecoveryProgress.NONE).check(1));
      }
      assertIsUnknown(
          rows(cluster, drill, by("preloading", marks.getLast()), RecoveryProgress.NONE));
      assertIsOfThePlace(rows(cluster, drill, marks.getFirst(), killing(drill.path())));
    }
    assertThat(places).isEmptyDirectory();
    return found;
  }

  private static ComparedRows rows(
      RestoredCluster cluster, DrillFolder drill, Counted counted, RecoveryProgress progress) {
    Backup backup = backup(counted);
    return new ComparedRows(
        cluster,
        drill,
        backup,
        Objects.requireNonNull(backup.database()),
        Objects.requireNonNull(counted.mark(), counted.missing()),
        2,
        progress);
  }

  /** Whoever counted needs something that is in production and not here. */
  private static Counted by(String reader, Counted it) {
    Mark mark = Objects.requireNonNull(it.mark());
    return new Counted(
        it.tables(),
        new Mark(mark.name(), mark.place(), mark.at(), mark.visible(), reader, mark.settings()),
        it.file(),
        it.missing());
  }

  private static void assertIsUnknown(ComparedRows rows) {
    Checked found = rows.check(1);
    assertThat(found.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(found.message()).contains("nobody can look at", "no_such_library");
  }

  private static void assertIsOfThePlace(ComparedRows rows) {
    assertThatThrownBy(() -> rows.check(1))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.code()).isEqualTo(RecoveryCode.PLACE_FAILED.code()));
  }

  /** Kills the server of a drill as soon as something was read in it. */
  private static RecoveryProgress killing(Path place) {
    return new RecoveryProgress() {
      @Override
      public void begins(String stage) {}

      @Override
      public void at(long done, long all) {
        ProcessHandle.allProcesses()
            .filter(
                it -> it.info().commandLine().orElse("").contains(place.resolve("data").toString()))
            .forEach(ProcessHandle::destroyForcibly);
      }
    };
  }

  private static void copyLog(Path to) throws IOException {
    try (Stream<Path> files = Files.list(server.archive())) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static Backup backup(Counted counted) {
    Instant now = Instant.now();
    return new Backup(
        "e",
        "b",
        "base-backup-and-wal",
        now,
        now,
        new Backup.Content(
            server.address().database(),
            made.version().toString(),
            List.of(),
            counted.tables(),
            null),
        null,
        List.of(),
        null,
        now);
  }
}
