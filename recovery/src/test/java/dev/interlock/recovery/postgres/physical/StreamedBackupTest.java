package dev.interlock.recovery.postgres.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.RestoredCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is copied by pg_basebackup: from a real one, and from some that refuse. */
@Tag("slow")
class StreamedBackupTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path production;
  @TempDir Path places;

  private static StreamedBackup of(PostgresAddress server, Duration patience) {
    return new StreamedBackup(Debian.tools(), server, patience);
  }

  @Test
  void a_server_that_is_written_to_comes_back_with_its_log() throws Exception {
    try (ArchivingServer server = ArchivingServer.start(production)) {
      Sql.run(server.address(), "CREATE TABLE work AS SELECT generate_series(1, 1000) AS n");
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      ServerCopy.Made made = of(server.address(), PATIENCE).to(writing(server, copy));
      Sql.run(server.address(), "INSERT INTO work SELECT generate_series(2001, 2010)");
      server.archiveAll();

      assertThat(made.begun()).isBefore(made.whole());
      assertThat(made.system()).isEqualTo(ControlFile.in(server.data()).name());
      try (DrillFolder folder = DrillFolder.make(Debian.reachable(places));
          DrillCluster cluster = restored(folder, server, copy.toByteArray(), made)) {
        assertThat(Sql.text(cluster.address(), "SELECT count(*) FROM work")).isEqualTo("1011");
      }
    }
  }

  /** A row more while the copy is under way. */
  private static OutputStream writing(ArchivingServer server, OutputStream copy) {
    return first(copy, () -> Sql.run(server.address(), "INSERT INTO work VALUES (1001)"));
  }

  private static DrillCluster restored(
      DrillFolder folder, ArchivingServer server, byte[] copy, ServerCopy.Made made)
      throws IOException {
    RestoredCluster restored = new RestoredCluster(folder, Debian.tools(), Debian.MAJOR);
    try (InputStream base = new ByteArrayInputStream(copy);
        Stream<Path> files = Files.list(server.archive())) {
      restored.unpack(base, made.system());
      for (Path file : files.toList()) {
        Files.copy(file, restored.log().resolve(file.getFileName()));
      }
    }
    assertThat(new WalArchive(restored.log()).from(made).missing()).isEmpty();
    return restored.recover(null, made.first().timeline(), PartProgress.NONE).cluster();
  }

  @Test
  void a_user_who_may_not_copy_is_told_what_is_missing() throws Exception {
    try (ArchivingServer server = ArchivingServer.start(production)) {
      Sql.run(server.address(), "CREATE ROLE reader LOGIN PASSWORD 'secret-of-reader'");
      PostgresAddress reader = server.address().as("reader", "secret-of-reader");

      assertRefused(of(reader, PATIENCE), "ALTER ROLE … REPLICATION");
    }
  }

  @Test
  void a_server_that_lets_nobody_in_for_that_is_told_with_the_line_that_it_needs()
      throws Exception {
    Path letsIn = Debian.reachable(production).resolve("hba");
    Files.writeString(letsIn, "host all all 127.0.0.1/32 scram-sha-256\n");
    try (ArchivingServer server = ArchivingServer.start(production, "hba_file='" + letsIn + "'")) {
      assertRefused(of(server.address(), PATIENCE), "in pg_hba.conf");
    }
  }

  @Test
  void a_log_that_is_not_archived_is_not_waited_for_without_end() throws Exception {
    try (ArchivingServer server =
        ArchivingServer.start(production, "archive_command='/bin/false'")) {
      assertRefused(of(server.address(), Duration.ofSeconds(4)), "not archived within PT4S");
    }
  }

  @Test
  void a_server_without_an_archive_is_refused_before_it_is_copied() throws Exception {
    try (ArchivingServer server = ArchivingServer.start(production, "archive_mode=off")) {
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      assertThatThrownBy(() -> of(server.address(), PATIENCE).to(copy))
          .hasMessageContaining("does not archive its log");
    }
  }

  @Test
  void a_server_with_tablespaces_is_refused() throws Exception {
    try (ArchivingServer server = ArchivingServer.start(production)) {
      Path elsewhere = Files.createDirectory(server.archive().resolve("elsewhere"));
      Files.setPosixFilePermissions(
          elsewhere, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
      if (!Files.getOwner(elsewhere).equals(Files.getOwner(server.data()))) {
        Files.setOwner(elsewhere, Files.getOwner(server.data()));
      }
      Sql.run(server.address(), "CREATE TABLESPACE fast LOCATION '" + elsewhere + "'");

      assertRefused(of(server.address(), PATIENCE), "tablespaces");
    }
  }

  @Test
  void a_server_that_goes_meanwhile_is_no_backup() throws Exception {
    try (ArchivingServer server = ArchivingServer.start(production)) {
      OutputStream going = first(new ByteArrayOutputStream(), () -> kill(server));
      assertThatThrownBy(() -> of(server.address(), PATIENCE).to(going))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"));
    }
  }

  private static void kill(ArchivingServer server) throws IOException {
    String pid = Files.readAllLines(server.data().resolve("postmaster.pid")).getFirst();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
    postmaster.destroyForcibly();
  }

  @Test
  void a_store_that_is_full_ends_the_copy() throws Exception {
    try (ArchivingServer server = ArchivingServer.start(production)) {
      OutputStream full =
          first(
              new ByteArrayOutputStream(),
              () -> {
                throw new IOException("No space left on device");
              });
      assertRefused(of(server.address(), PATIENCE), full, "No space left on device");
    }
  }

  private static void assertRefused(StreamedBackup backup, String words) {
    assertRefused(backup, new ByteArrayOutputStream(), words);
  }

  private static void assertRefused(StreamedBackup backup, OutputStream to, String words) {
    assertThatThrownBy(() -> backup.to(to))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"))
        .hasMessageContaining(words)
        .hasMessageNotContaining("secret-of-reader");
  }

  /** Does something when the first bytes arrive. */
  private static OutputStream first(OutputStream to, Act act) {
    return new OutputStream() {
      private @Nullable Act next = act;

      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        Act now = next;
        next = null;
        if (now != null) {
          now.run();
        }
        to.write(bytes, from, length);
      }
    };
  }

  private interface Act {
    void act() throws Exception;

    default void run() throws IOException {
      try {
        act();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
  }
}
