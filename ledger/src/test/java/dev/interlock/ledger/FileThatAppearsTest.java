package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.file.RegularFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process may make a file just while it is asked what it is. */
class FileThatAppearsTest {

  private static final int TIMES = 5_000;

  @TempDir Path directory;

  @Test
  void a_file_that_appears_while_it_is_looked_at_is_a_file() throws Exception {
    Path file = directory.resolve("erp.ledger.lock");
    Thread other = Thread.ofPlatform().start(() -> appear(file));
    int asked = 0;
    while (other.isAlive()) {
      RegularFile.require(file);
      asked++;
    }
    assertThat(asked).isPositive();
  }

  private static void appear(Path file) {
    try {
      for (int i = 0; i < TIMES; i++) {
        Files.writeString(file, "");
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
