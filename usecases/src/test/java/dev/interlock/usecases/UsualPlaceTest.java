package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several users of a machine can drill on it. */
class UsualPlaceTest {

  @TempDir private Path folder;

  @Test
  void who_can_not_use_the_usual_place_gets_one_of_the_own() throws Exception {
    Path usual = folder.resolve("interlock-drills");

    assertThat(RunDrill.usualPlace(folder, "interlock-drills", "erp")).isEqualTo(usual);
    Files.createDirectory(usual);
    assertThat(RunDrill.usualPlace(folder, "interlock-drills", "erp")).isEqualTo(usual);
    Files.delete(usual);
    Files.createFile(usual);
    assertThat(RunDrill.usualPlace(folder, "interlock-drills", "erp"))
        .isEqualTo(folder.resolve("interlock-drills-erp"));
  }
}
