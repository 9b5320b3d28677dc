package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes that want to append to one file. */
class TwoProcessesTest {

  @TempDir Path directory;

  @Test
  void one_appends_the_other_is_told_so_and_nothing_is_lost() throws Exception {
    Path file = directory.resolve("erp.ledger");
    List<Process> both = List.of(KilledWriter.start(file, "a"), KilledWriter.start(file, "b"));
    Process refused =
        (Process) CompletableFuture.anyOf(both.get(0).onExit(), both.get(1).onExit()).get();
    Process writer = both.get(refused.equals(both.get(0)) ? 1 : 0);
    List<String> acknowledged = new ArrayList<>();
    try (var output = writer.inputReader()) {
      for (int line = 0; line < 50; line++) {
        acknowledged.add(KilledWriter.entry(output.readLine()));
      }
      assertThat(writer.isAlive()).isTrue();
      writer.toHandle().destroyForcibly(); // unlike Process, leaves the output to read
      output
          .lines()
          .filter(line -> line.endsWith(KilledWriter.END))
          .forEach(line -> acknowledged.add(KilledWriter.entry(line)));
    }
    writer.waitFor();

    assertThat(refused.exitValue()).isEqualTo(KilledWriter.REFUSED);
    assertThat(refused.inputReader().readLine())
        .contains("erp.ledger: another process has this ledger open for writing");
    KilledWriter.assertAllThere(file, acknowledged);
  }
}
