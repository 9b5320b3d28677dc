package dev.interlock.recovery.postgres.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DrillClusterTest {

  @TempDir Path parent;
  @TempDir Path messages;

  @BeforeEach
  void tools_are_here() {
    Debian.tools();
    Debian.reachable(parent);
  }

  @Test
  void it_is_isolated_and_its_settings_are_those_of_an_emergency() throws Exception {
    try (DrillCluster cluster = Debian.cluster(parent)) {
      PostgresAddress database = cluster.newDatabase("Acme \"prod\"");

      assertThat(settings(database))
          .isEqualTo("|../socket|off|on|on|UTF8|C.UTF-8|interlock|off|scram-sha-256");
      assertThat(Sql.text(database, "SELECT current_database()")).isEqualTo("Acme \"prod\"");
      assertThatThrownBy(() -> Sql.text(database.as("interlock", "other"), "SELECT 1"))
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> Sql.text(database.as("interlock", null), "SELECT 1"))
          .hasMessageContaining("password");
    }
    assertThat(parent).isEmptyDirectory();
  }

  private static String settings(PostgresAddress database) throws Exception {
    return Sql.text(
        database,
        "SELECT concat_ws('|', current_setting('listen_addresses'),"
            + " current_setting('unix_socket_directories'), current_setting('archive_mode'),"
            + " current_setting('fsync'), current_setting('data_checksums'),"
            + " current_setting('server_encoding'),"
            + " (SELECT datcollate FROM pg_database WHERE datname = 'template1'), current_user,"
            + " current_setting('jit'), current_setting('password_encryption'))");
  }

  @Test
  void what_a_restored_database_calls_reaches_nobody() throws Exception {
    Assumptions.assumeTrue(
        Commands.run(List.of("unshare", "--user", "--net", "true")).well(),
        "skipped: this kernel gives no network of its own");
    try (DrillCluster cluster = Debian.cluster(parent);
        ServerSocket outside = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      PostgresAddress database = cluster.newDatabase("calling");
      Sql.run(database, "CREATE EXTENSION dblink");
      String call =
          "SELECT dblink_connect('host=127.0.0.1 port=%d connect_timeout=2')"
              .formatted(outside.getLocalPort());

      assertThat(cluster.isolation().cutOff()).as(cluster.isolation().words()).isTrue();
      assertThatThrownBy(() -> Sql.text(database, call))
          .hasMessageContaining("Network is unreachable");
      outside.setSoTimeout(100);
      assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_machine_without_networks_of_their_own_is_told_with_the_reason() throws Exception {
    OwnNetwork none = new OwnNetwork(List.of(), "Operation not permitted");

    assertThat(none.command(List.of("true"))).containsExactly("true");
    assertThat(none.of(1).cutOff()).isFalse();
    assertThat(none.of(1).words()).contains("neutralised only", "(Operation not permitted)");
    assertThat(new OwnNetwork(List.of("unshare"), "").of(ProcessHandle.current().pid()).cutOff())
        .isFalse();
  }

  @Test
  void a_folder_too_deep_for_a_socket_is_reached_by_a_link_that_goes_too() throws Exception {
    Path deep = Files.createDirectories(parent.resolve("d".repeat(100)));
    Debian.reachable(deep);
    DrillFolder folder = DrillFolder.make(deep);
    Path link = folder.socket().link();
    try (DrillCluster cluster = DrillCluster.create(folder, Debian.tools(), Debian.MAJOR, true)) {
      assertThat(link).isSymbolicLink();
      assertThat(cluster.address().host()).isEqualTo(link.toString());
      assertThat(Sql.text(cluster.newDatabase("deep"), "SELECT 1")).isEqualTo("1");
    }
    assertThat(link).doesNotExist();
    assertThat(deep).isEmptyDirectory();
  }

  @Test
  void closing_ends_the_server_with_its_work_and_removes_everything() throws Exception {
    DrillCluster cluster = Debian.cluster(parent);
    List<ProcessHandle> processes = processes(cluster.folder());
    Thread busy =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Sql.run(cluster.address(), "SELECT pg_sleep(3600)");
              } catch (java.sql.SQLException _) {
                // Its server has gone.
              }
            });
    Awaiting.until(
        () ->
            Sql.text(
                    cluster.address(),
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(3600)'")
                .equals("1"),
        "busy");

    cluster.close();

    busy.join();
    assertThat(processes).hasSizeGreaterThan(3);
    assertThat(gone(processes)).isTrue();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void two_drills_at_once_do_not_meet() throws Exception {
    try (DrillCluster one = Debian.cluster(parent)) {
      try (DrillCluster other = Debian.cluster(parent)) {
        assertThat(one.folder()).isNotEqualTo(other.folder());
        assertThat(one.address().host()).isNotEqualTo(other.address().host());
        assertThat(one.address().password()).isNotEqualTo(other.address().password());
        assertThat(Leftovers.sweep(parent)).isEmpty();
      }
      assertThat(Sql.text(one.address(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void an_owner_that_is_killed_takes_its_drill_along() throws Exception {
    Process owner = OwnerOfDrill.start(parent, messages.resolve("ready"));
    List<ProcessHandle> processes = processes(awaitReady(owner));

    owner.destroyForcibly().waitFor();

    Awaiting.until(() -> gone(processes), "processes are gone");
    Awaiting.until(this::nothingIsLeft, "nothing is left in " + parent);
  }

  @Test
  void an_owner_that_is_killed_at_any_moment_leaves_nothing() throws Exception {
    for (int millis = 100; millis < 2500; millis += 300) {
      Process owner = OwnerOfDrill.start(parent, messages.resolve("ready"));
      Thread.sleep(millis);

      owner.destroyForcibly().waitFor();

      Awaiting.until(this::nothingIsLeft, "nothing is left after " + millis + " ms");
      Awaiting.until(() -> processes(parent).isEmpty(), "no process after " + millis + " ms");
    }
  }

  @Test
  void an_owner_that_is_killed_as_soon_as_there_is_anything_leaves_nothing() throws Exception {
    for (int i = 0; i < 3; i++) {
      Process owner = OwnerOfDrill.start(parent, messages.resolve("ready"));
      while (owner.isAlive() && nothingIsLeft()) {
        Thread.onSpinWait();
      }

      owner.destroyForcibly().waitFor();

      Awaiting.until(this::nothingIsLeft, "nothing is left in " + parent);
    }
  }

  @Test
  void a_live_drill_of_another_process_is_not_touched() throws Exception {
    Process owner = OwnerOfDrill.start(parent, messages.resolve("ready"));
    List<ProcessHandle> processes = processes(awaitReady(owner));

    assertThat(Leftovers.sweep(parent)).isEmpty();

    assertThat(processes).allMatch(ProcessHandle::isAlive);
    owner.destroyForcibly().waitFor();
    Awaiting.until(this::nothingIsLeft, "nothing is left in " + parent);
  }

  @Test
  void what_is_left_when_the_guardian_was_killed_too_is_swept() throws Exception {
    Process owner = OwnerOfDrill.start(parent, messages.resolve("ready"));
    Path drill = awaitReady(owner);
    List<ProcessHandle> processes = processes(drill);
    long guardian = Long.parseLong(Files.readString(messages.resolve("guardian")));

    ProcessHandle.of(guardian).orElseThrow().destroyForcibly();
    owner.destroyForcibly().waitFor();
    assertThat(processes).anyMatch(ProcessHandle::isAlive);

    assertThat(Leftovers.sweep(parent)).containsExactly(drill);
    assertThat(gone(processes)).isTrue();
    assertThat(parent).isEmptyDirectory();
    assertThat(Leftovers.sweep(parent)).isEmpty();
  }

  @Test
  void closing_does_the_work_of_a_guardian_that_was_killed() throws Exception {
    DrillFolder folder = DrillFolder.make(parent);
    DrillCluster cluster = DrillCluster.create(folder, Debian.tools(), Debian.MAJOR, true);
    List<ProcessHandle> processes = processes(cluster.folder());

    folder.guardian().process().destroyForcibly();
    cluster.close();

    assertThat(gone(processes)).isTrue();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void a_killed_postmaster_leaves_no_shared_memory() throws Exception {
    DrillCluster cluster = Debian.cluster(parent);
    List<String> pidFile = Files.readAllLines(cluster.folder().resolve("data/postmaster.pid"));
    String memory = pidFile.get(6).strip().split("\\s+")[1];
    assertThat(Path.of("/proc/sysvipc/shm")).content().containsPattern("\\s" + memory + "\\s");

    processes(cluster.folder()).forEach(ProcessHandle::destroyForcibly);
    cluster.close();

    assertThat(Path.of("/proc/sysvipc/shm"))
        .content()
        .doesNotContainPattern("\\s" + memory + "\\s");
    assertThat(parent).isEmptyDirectory();
  }

  private Path awaitReady(Process owner) throws Exception {
    Path ready = messages.resolve("ready");
    Awaiting.until(
        () -> !owner.isAlive() || (Files.exists(ready) && Files.size(ready) > 0), "it runs");
    return Path.of(Files.readString(ready));
  }

  private boolean nothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.findAny().isEmpty();
    }
  }

  private static boolean gone(List<ProcessHandle> processes) throws IOException {
    for (ProcessHandle process : processes) {
      if (Awaiting.runs(process)) {
        return false;
      }
    }
    return true;
  }

  /** All processes that work in the folder or below. */
  private static List<ProcessHandle> processes(Path folder) {
    return ProcessHandle.allProcesses().filter(process -> worksIn(process, folder)).toList();
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      Path cwd = Files.readSymbolicLink(Path.of("/proc", process.pid() + "", "cwd"));
      return cwd.startsWith(folder);
    } catch (IOException _) {
      return false;
    }
  }
}
