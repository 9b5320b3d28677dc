package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSizeTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void all_files_count_and_a_folder_that_is_not_there_yet_holds_nothing() throws Exception {
    Files.write(Files.createDirectories(folder.resolve("a/b")).resolve("c"), new byte[70]);
    Files.write(folder.resolve("a/d"), new byte[7]);

    assertThat(new FolderSize(List.of(folder.resolve("a"), folder.resolve("none"))).now())
        .isEqualTo(77);
  }
}
