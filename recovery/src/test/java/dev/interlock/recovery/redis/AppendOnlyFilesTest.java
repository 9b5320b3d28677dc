package dev.interlock.recovery.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyFilesTest {

  @TempDir Path folder;

  private void list(String name, String file) throws IOException {
    Files.writeString(folder.resolve(name), "file " + file + " seq 1 type b\n");
  }

  @Test
  void a_list_that_redis_is_writing_does_not_count_yet() throws Exception {
    list("appendonly.aof.manifest", "old.rdb");
    list("temp-appendonly.aof.manifest", "new.rdb");
    assertThat(AppendOnlyFiles.in(folder).files()).containsExactly("old.rdb");
  }

  @Test
  void a_file_that_is_called_temporary_by_the_company_counts() throws Exception {
    list("temp-queue.aof.manifest", "base.rdb");
    list("temp-temp-queue.aof.manifest", "new.rdb");
    assertThat(AppendOnlyFiles.in(folder).files()).containsExactly("base.rdb");
  }

  @Test
  void two_that_are_whole_are_refused() throws Exception {
    list("appendonly.aof.manifest", "old.rdb");
    list("other.aof.manifest", "other.rdb");
    assertThatThrownBy(() -> AppendOnlyFiles.in(folder)).hasMessageContaining("several");
  }
}
