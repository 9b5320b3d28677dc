package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill whose PostgreSQL is killed says nothing about the backup. */
@Tag("slow")
class KilledPlaceTest {

  @TempDir private Path folder;

  @Test
  void a_server_that_was_killed_is_no_fault_of_the_backup() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup =
          new TakeBackup(source.store(), null, InstantSource.system(), RecoveryProgress.NONE)
              .run(source.request(), _ -> new byte[] {'{', '}'})
              .backup();

      killedAt("verify", source, backup);
      killedAt("probe", source, backup);

      try (Stream<Path> left = Files.list(source.places())) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void a_session_that_was_killed_during_the_restore_is_no_fault_of_the_backup() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      source.run(
          "create table much as select n, repeat('x', 500) t from generate_series(1, 200000) n");
      Backup backup =
          new TakeBackup(source.store(), null, InstantSource.system(), RecoveryProgress.NONE)
              .run(source.request(), _ -> new byte[] {'{', '}'})
              .backup();
      RestoreDrill drill =
          new RestoreDrill(
              source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {});
      var request =
          new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places());
      for (String signal : List.of("KILL", "TERM")) {
        AtomicBoolean ended = new AtomicBoolean();
        Thread killer =
            Thread.ofPlatform().daemon().start(() -> killSessions(source, signal, ended));
        assertThatThrownBy(() -> drill.run(request), signal)
            .isInstanceOf(Fault.class)
            .extracting(e -> ((Fault) e).code())
            .isEqualTo(RecoveryCode.PLACE_FAILED.code());
        ended.set(true);
        killer.join();
      }
    }
  }

  /** One after the other: a single one may be about to end by itself. */
  private static void killSessions(SourceOdoo source, String signal, AtomicBoolean ended) {
    while (!ended.get()) {
      ProcessHandle.allProcesses()
          .filter(process -> isRestoring(process, source.places()))
          .forEach(signal.equals("KILL") ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
    }
  }

  private static boolean isRestoring(ProcessHandle process, Path places) {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    try {
      return Files.readString(proc.resolve("cmdline")).contains(" COPY")
          && Files.readSymbolicLink(proc.resolve("cwd")).startsWith(places.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static void killedAt(String stage, SourceOdoo source, Backup backup) {
    RecoveryProgress killing =
        new RecoveryProgress() {
          @Override
          public void begins(String next) {
            if (next.equals(stage)) {
              kill(source.places());
            }
          }

          @Override
          public void at(long done, long all) {}
        };
    RestoreDrill drill =
        new RestoreDrill(source.store(), null, InstantSource.system(), killing, _ -> {});
    var request = new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places());
    assertThatThrownBy(() -> drill.run(request))
        .as(stage)
        .isInstanceOf(Fault.class)
        .extracting(e -> ((Fault) e).code())
        .isEqualTo(RecoveryCode.PLACE_FAILED.code());
  }

  private static void kill(Path places) {
    try (DirectoryStream<Path> drills = Files.newDirectoryStream(places, "drill-*")) {
      for (Path drill : drills) {
        Path pid = drill.resolve("data/postmaster.pid");
        if (Files.exists(pid)) {
          long process = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
          ProcessHandle server = ProcessHandle.of(process).orElseThrow();
          server.destroyForcibly();
          server.onExit().join();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
