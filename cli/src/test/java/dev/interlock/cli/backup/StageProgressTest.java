package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stage of which nothing is told for long. */
@Tag("slow")
class StageProgressTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void it_says_for_how_long_it_works_and_nothing_after_its_end() throws Exception {
    try (StageProgress progress = new StageProgress(invocation())) {
      progress.begins("restore");
      Thread.sleep(2500);
      progress.ends();
      int shown = err.size();

      Thread.sleep(1500);

      assertThat(err.toString(StandardCharsets.UTF_8)).contains("\rrestore: for ");
      assertThat(err.size()).isEqualTo(shown);
    }
  }

  private Invocation invocation() {
    return new Invocation(
        InputStream.nullInputStream(),
        new ResultStream(OutputStream.nullOutputStream()),
        new ResultStream(err),
        Map.of("INTERLOCK_TTY", "2"),
        InstantSource.system());
  }
}
