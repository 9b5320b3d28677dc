package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir private Path folder = Path.of("");

  /** A folder in the place of the unfinished file stands for a disk that takes nothing. */
  @Test
  void a_write_that_fails_leaves_nothing_under_the_final_name() throws IOException {
    Path file = folder.resolve("p.zip");
    Files.createDirectories(folder.resolve(".p.zip.new/full"));
    assertThatThrownBy(() -> NewFile.write(file, CONTENT)).isInstanceOf(Fault.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void what_an_interrupted_write_left_is_in_nobody_s_way() throws IOException {
    Path file = folder.resolve("new/p.zip");
    Files.createDirectories(folder.resolve("new"));
    Files.write(folder.resolve("new/.p.zip.new"), new byte[100]);
    NewFile.write(file, CONTENT);
    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void a_file_that_exists_is_kept() throws IOException {
    Path file = Files.write(folder.resolve("p.zip"), CONTENT);
    assertThatThrownBy(() -> NewFile.write(file, new byte[0])).isInstanceOf(InputRejected.class);
    assertThat(file).hasBinaryContent(CONTENT);
  }
}
