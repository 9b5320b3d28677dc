package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.goldens.JavaProgram;
import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills while a server is brought to a moment of its log: nothing is left, nothing is blamed. */
@Tag("slow")
@Timeout(180)
class KilledRecoveryTest {

  @TempDir private Path folder;

  @Test
  void a_server_that_is_killed_while_it_recovers_is_no_fault_of_the_backup() throws Exception {
    try (LoggedOdoo odoo = LoggedOdoo.in(folder)) {
      Backup backup = RecoveringDrill.saved(odoo);

      isOfThePlace(odoo, backup, "compare", KilledRecoveryTest::serves);
      isOfThePlace(odoo, backup, "recover", KilledRecoveryTest::alone);
      isOfThePlace(odoo, backup, "recover", KilledRecoveryTest::serves);
      isOfThePlace(odoo, backup, "files", KilledRecoveryTest::serves);

      assertThat(odoo.drill(backup, RecoveryProgress.NONE).verified()).isTrue();
    }
  }

  private void isOfThePlace(LoggedOdoo odoo, Backup backup, String stage, Predicate<String> which)
      throws IOException {
    Path places = odoo.odoo().places();
    assertThatThrownBy(() -> odoo.drill(backup, killing(stage, places, which)))
        .as(stage)
        .isInstanceOf(Fault.class)
        .extracting(e -> ((Fault) e).code())
        .isEqualTo(RecoveryCode.PLACE_FAILED.code());
    assertThat(DrillServers.in(places, _ -> true)).isEmpty();
    assertThat(places).isEmptyDirectory();
  }

  /** Kills the first such server from the beginning of a stage on. */
  private static RecoveryProgress killing(String stage, Path places, Predicate<String> which) {
    return new RecoveryProgress() {
      @Override
      public void begins(String next) {
        if (next.equals(stage)) {
          Thread.ofPlatform().daemon().start(() -> killFirst(places, which));
        }
      }

      @Override
      public void at(long done, long all) {}
    };
  }

  private static void killFirst(Path places, Predicate<String> which) {
    List<ProcessHandle> found = List.of();
    while (found.isEmpty() && Files.isDirectory(places)) {
      found = DrillServers.in(places, which);
      found.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void a_killed_interlock_leaves_nothing_of_a_server_that_recovers() throws Exception {
    Debian.tools();
    Process drill = JavaProgram.of(RecoveringDrill.class, folder).start();
    Path places = folder.resolve("drills");
    List<String> named;
    try (BufferedReader out = drill.inputReader()) {
      String line = out.readLine();
      while (line != null && !line.equals("recover")) {
        line = out.readLine();
      }
      Awaiting.until(
          () -> !DrillServers.in(places, KilledRecoveryTest::alone).isEmpty(), "it recovers");
      named = names(places);
      drill.destroyForcibly();
    }
    assertThat(drill.waitFor()).isEqualTo(137);
    assertThat(named).hasSize(2).anyMatch(it -> it.endsWith(".lock"));

    Awaiting.until(
        () -> names(places).isEmpty() && DrillServers.in(folder, _ -> true).isEmpty(), "gone");

    assertThat(folder.resolve("drill")).doesNotExist();
    Awaiting.until(() -> names(folder.resolve("source")).isEmpty(), "the source is gone");
    for (String name : named) {
      assertThat(Files.exists(Path.of("/tmp/interlock-" + name), LinkOption.NOFOLLOW_LINKS))
          .as("link of " + name)
          .isFalse();
    }
  }

  private static List<String> names(Path places) throws IOException {
    try (Stream<Path> all = Files.list(places)) {
      return all.map(it -> it.getFileName().toString()).toList();
    }
  }

  /** A server that recovers, and serves nobody. */
  private static boolean alone(String words) {
    return words.contains("--single");
  }

  private static boolean serves(String words) {
    return !alone(words);
  }
}
