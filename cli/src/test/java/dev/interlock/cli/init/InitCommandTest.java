package dev.interlock.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

  @TempDir Path folder;

  @Test
  void what_is_drafted_is_said_with_gaps_and_next_commands() throws IOException {
    Files.writeString(folder.resolve("odoo.conf"), "[options]\nworkers = 4\n");
    Path out = folder.resolve("out");
    CliRun run = CliRun.of("init", "--from", folder + "/odoo.conf", "--out", out.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Still unknown, the most important first:\n  1. shifts: ")
        .contains("Next:\n  interlock gate " + out + "/changes/first-change.yaml --estate ");
    assertThat(out.resolve("GAPS.md")).exists();
    CliRun check = CliRun.of("estate", "check", out + "/estate");
    assertThat(check.exit()).as(check.out()).isZero();
  }

  @Test
  void a_folder_that_is_not_empty_is_left_alone() {
    CliRun run = CliRun.of("init", "--from", folder.toString(), "--out", "/tmp");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("the directory is not empty");
  }
}
