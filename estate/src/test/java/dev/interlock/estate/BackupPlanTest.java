package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that says nothing of extensions is another one than a plan that allows none. */
class BackupPlanTest {

  @TempDir private Path directory;

  private @Nullable List<String> extensions(String rest) {
    return new EstateFolder(directory)
        .with("e.yaml", plan(rest))
        .load()
        .estate()
        .find(BackupPlan.class, "nightly")
        .orElseThrow()
        .extensions();
  }

  private static String plan(String rest) {
    return EstateFolder.document(
        "BackupPlan",
        "nightly",
        "displayName: P\nmethod: pgbackrest\nevery: P1D\nkeep: P35D\ntarget: here\n" + rest);
  }

  @Test
  void what_is_not_said_and_what_is_empty_are_told_apart() {
    assertThat(extensions("")).isNull();
    assertThat(extensions("extensions:")).isNull();
    assertThat(extensions("extensions: []")).isEmpty();
    assertThat(extensions("extensions: [vector, uuid-ossp]"))
        .containsExactly("vector", "uuid-ossp");
  }

  @Test
  void one_name_alone_is_no_list() {
    assertThat(new EstateFolder(directory).with("e.yaml", plan("extensions: vector")).complaints())
        .last()
        .asString()
        .contains("extensions: expected a list", "[vector]");
  }
}
