package dev.interlock.recovery.postgres.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.digest.TableDigests;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.RestoredCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PointInTimeTest {

  @TempDir static Path production;
  @TempDir static Path store;
  @TempDir Path parent;

  private static ArchivingServer server;
  private static ServerCopy.Made made;
  private static Instant between;
  private static List<Backup.Table> digests;

  /** A backup while somebody writes, ten rows, a moment, ten more rows. */
  @BeforeAll
  static void back_up() throws Exception {
    server = ArchivingServer.start(production, 16);
    PostgresAddress database = server.address();
    Sql.allKinds(database);
    Sql.run(database, "CREATE TABLE work AS SELECT 0 AS n");
    try (OutputStream to = Files.newOutputStream(store.resolve("base"))) {
      made = new BaseBackup(database, server.data(), Duration.ofMinutes(2)).to(to);
    }
    Sql.run(database, "INSERT INTO work SELECT generate_series(1, 10)");
    digests = TableDigests.of(database.dataSource(), 2, PartProgress.NONE);
    between = Instant.parse(now(database));
    Sql.text(database, "SELECT pg_sleep(0.05)");
    Sql.run(database, "INSERT INTO work SELECT generate_series(11, 20)");
    server.archiveAll();
    Sql.run(database, "DROP TABLE work");
    server.archiveAll();
  }

  private static String now(PostgresAddress database) throws Exception {
    return Sql.text(
        database,
        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_moment_between_two_changes_comes_back_row_by_row() throws Exception {
    try (DrillFolder folder = drill();
        DrillCluster cluster = restored(folder, between)) {
      assertThat(TableDigests.of(cluster.address().dataSource(), 2, PartProgress.NONE))
          .isEqualTo(digests);
      assertThat(Sql.text(cluster.address(), "SELECT max(n) FROM work")).isEqualTo("10");
      assertThat(Sql.text(cluster.address(), "SHOW archive_mode")).isEqualTo("off");
      assertThat(Sql.text(cluster.address(), "SELECT pg_is_in_recovery()")).isEqualTo("f");
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void without_a_moment_everything_that_was_archived_comes_back() throws Exception {
    try (DrillFolder folder = drill();
        DrillCluster cluster = restored(folder, null)) {
      assertThat(Sql.text(cluster.address(), "SELECT to_regclass('work')")).isNull();
      assertThat(Sql.text(cluster.address(), "SELECT count(*) FROM twice")).isEqualTo("3");
    }
  }

  @Test
  void only_the_user_of_the_drill_is_let_in() throws Exception {
    try (DrillFolder folder = drill();
        DrillCluster cluster = restored(folder, between)) {
      PostgresAddress old =
          cluster.address().as(server.address().user(), server.address().password());

      assertThatThrownBy(() -> Sql.text(old, "SELECT 1")).hasMessageContaining("pg_hba.conf");
      assertThatThrownBy(
              () -> Sql.text(cluster.address().as(cluster.address().user(), "x"), "SELECT 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void a_moment_after_the_end_of_the_log_is_an_error() {
    try (DrillFolder folder = drill()) {
      assertThatThrownBy(() -> restored(folder, between.plus(Duration.ofDays(1))))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC009"))
          .hasMessageContaining("recovery ended before configured recovery target was reached");
    }
  }

  @Test
  void a_copy_that_was_cut_is_an_error() throws Exception {
    Path cut = Files.copy(store.resolve("base"), parent.resolveSibling("cut" + parent.hashCode()));
    try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
      file.setLength(file.length() * 9 / 10);
    }
    try (DrillFolder folder = drill();
        InputStream base = Files.newInputStream(cut)) {
      assertThatThrownBy(() ->
              new RestoredCluster(folder, Debian.tools(), Debian.MAJOR).unpack(base, made.system()))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC009"));
    } finally {
      Files.delete(cut);
    }
  }

  @Test
  void a_folder_of_another_server_is_refused() throws Exception {
    try (DrillCluster other = Debian.cluster(parent)) {
      BaseBackup wrong =
          new BaseBackup(server.address(), other.folder().resolve("data"), Duration.ofMinutes(1));

      assertThatThrownBy(() -> wrong.to(OutputStream.nullOutputStream()))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"))
          .hasMessageContaining("is that of another server");
    }
  }

  @Test
  void a_server_that_archives_nothing_is_refused() throws Exception {
    try (DrillCluster other = Debian.cluster(parent)) {
      BaseBackup useless =
          new BaseBackup(other.address(), other.folder().resolve("data"), Duration.ofMinutes(1));

      assertThatThrownBy(() -> useless.to(OutputStream.nullOutputStream()))
          .hasMessageContaining("set archive_mode");
    }
  }

  @Test
  void a_log_that_is_not_archived_fails_the_backup() throws Exception {
    try (ArchivingServer failing = ArchivingServer.start(parent, "archive_command='false'")) {
      BaseBackup useless = new BaseBackup(failing.address(), failing.data(), Duration.ofSeconds(3));

      assertThatThrownBy(() -> useless.to(OutputStream.nullOutputStream()))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("not archived within PT3S");
    }
  }

  @Test
  void the_archive_is_complete_until_a_file_is_missing_or_cut() throws Exception {
    Path archive = copyOfArchive();
    WalChain whole = new WalArchive(archive).from(made);
    assertThat(whole.complete()).isTrue();
    assertThat(whole.last()).isGreaterThan(made.last().name());

    try (RandomAccessFile file =
        new RandomAccessFile(archive.resolve(made.last().next().name()).toFile(), "rw")) {
      file.setLength(1 << 20);
    }
    WalChain cut = new WalArchive(archive).from(made);
    assertThat(cut.complete()).isFalse();
    assertThat(cut.damaged()).containsExactly(made.last().next().name());
    assertThat(cut.last()).isEqualTo(made.last().name());

    Files.delete(archive.resolve(made.last().name()));
    assertThat(new WalArchive(archive).from(made).missing()).containsExactly(made.last().name());
  }

  private Path copyOfArchive() throws IOException {
    Path copy = Files.createDirectory(parent.resolve("archive"));
    copyLog(copy);
    return copy;
  }

  private static void copyLog(Path to) throws IOException {
    try (Stream<Path> files = Files.list(server.archive())) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private DrillFolder drill() {
    return DrillFolder.make(Debian.reachable(parent));
  }

  private static DrillCluster restored(DrillFolder folder, @Nullable Instant target)
      throws IOException {
    RestoredCluster restored = new RestoredCluster(folder, Debian.tools(), Debian.MAJOR);
    try (InputStream base = Files.newInputStream(store.resolve("base"))) {
      restored.unpack(base, made.system());
    }
    copyLog(restored.log());
    return restored.recover(target, 1, PartProgress.NONE).cluster();
  }
}
