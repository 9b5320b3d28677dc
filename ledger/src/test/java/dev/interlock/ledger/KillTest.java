package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed with SIGKILL while it appends. */
class KillTest {

  @TempDir Path directory;

  @Test
  void killed_writer_loses_nothing_it_acknowledged() throws Exception {
    Path file = directory.resolve("erp.ledger");
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      Process writer = KilledWriter.start(file, "round" + round);
      try (BufferedReader output = writer.inputReader()) {
        for (int line = 0; line < 40 + 37 * round; line++) {
          acknowledged.add(KilledWriter.entry(next(output)));
        }
        assertError(LedgerError.IN_USE, () -> Samples.open(file));
        writer.toHandle().destroyForcibly(); // unlike Process, leaves the output to read
        output
            .lines()
            .filter(line -> line.endsWith(KilledWriter.END))
            .forEach(line -> acknowledged.add(KilledWriter.entry(line)));
      }
      assertThat(writer.waitFor()).isEqualTo(137);
      KilledWriter.assertAllThere(file, acknowledged);
    }
  }

  private static String next(BufferedReader output) throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new AssertionError("the writer ended by itself");
    }
    return line;
  }
}
