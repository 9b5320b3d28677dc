package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would keep a reader waiting is told from what can be read. */
class SpecialFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void a_pipe_is_special_and_a_file_is_not() throws Exception {
    assertThat(SpecialFile.is(pipeIn(folder))).isTrue();
    assertThat(SpecialFile.is(Files.createFile(folder.resolve("file")))).isFalse();
    assertThat(SpecialFile.is(folder.resolve("absent"))).isFalse();
  }

  @Test
  void what_a_shell_hands_over_is_not() {
    assertThat(SpecialFile.is(Path.of("/dev/stdin"))).isFalse();
    assertThat(SpecialFile.is(Path.of("/proc/self/fd/0"))).isFalse();
  }

  @Test
  void a_pipe_in_shared_memory_is_special_too() throws Exception {
    Path memory = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(memory), "there is no " + memory);
    Path inMemory = Files.createTempDirectory(memory, "special");
    Path pipe = pipeIn(inMemory);
    try {
      assertThat(SpecialFile.is(pipe)).isTrue();
    } finally {
      Files.delete(pipe);
      Files.delete(inMemory);
    }
  }

  private static Path pipeIn(Path parent) throws Exception {
    Path pipe = parent.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }
}
