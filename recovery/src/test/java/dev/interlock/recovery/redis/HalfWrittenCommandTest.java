package dev.interlock.recovery.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy is made while Redis is in the middle of writing a command. */
class HalfWrittenCommandTest {

  private static final String LOG = "appendonly.aof.1.incr.aof";
  private static final String COMMAND = "*2\r\n$4\r\nINCR\r\n$5\r\ncount\r\n";
  private static final String HALF = COMMAND.substring(0, 20);

  @TempDir Path folder;
  private Path from;
  private Path to;

  @BeforeEach
  void half_a_command_is_written() throws IOException {
    Programs.require("redis-check-aof");
    from = Files.createDirectories(folder.resolve("from"));
    to = folder.resolve("to");
    Files.writeString(from.resolve("appendonly.aof.manifest"), "file " + LOG + " seq 1 type i\n");
    Files.writeString(from.resolve(LOG), COMMAND.repeat(3) + HALF);
  }

  @Test
  void the_rest_comes_while_the_copy_is_looked_at() throws Exception {
    Thread redis = Thread.ofPlatform().start(this::writesTheRestOnceItWasCopied);
    new CopyAppendOnly(from, to).run();
    redis.join();
    assertThat(to.resolve(LOG)).content().isEqualTo(COMMAND.repeat(4));
  }

  @Test
  void the_rest_never_comes() {
    assertThatThrownBy(() -> new CopyAppendOnly(from, to).run())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  private void writesTheRestOnceItWasCopied() {
    try {
      while (!Files.exists(to.resolve("appendonly.aof.manifest"))) {
        Thread.onSpinWait();
      }
      Files.writeString(
          from.resolve(LOG), COMMAND.substring(HALF.length()), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
