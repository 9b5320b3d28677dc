package dev.interlock.recovery.drill;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyIsWholeTest {

  @TempDir private Path data;
  @TempDir private Path tools;

  @BeforeEach
  void note() throws IOException {
    Files.writeString(data.resolve("backup_manifest"), "{}");
  }

  /** A tool that does this when it is not asked for its version. */
  private void tool(String does) throws IOException {
    Path script = tools.resolve("pg_verifybackup");
    Files.writeString(
        script,
        "#!/bin/sh\n[ \"$1\" = --version ] && echo 'pg_verifybackup (PostgreSQL) 15.9' && exit\n"
            + does);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Checked checked() {
    return CopyIsWhole.check(data, PostgresTools.preferring(tools), 15).orElseThrow();
  }

  @Test
  void what_the_tool_finds_is_wrong_with_the_copy() throws IOException {
    tool("echo 'base/1/1255 has size 0 on disk' >&2; exit 1\n");
    assertThat(checked().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(checked().message()).contains("base/1/1255");
  }

  @Test
  void a_tool_that_is_killed_says_nothing_about_the_copy() throws IOException {
    tool("kill -9 $$\n");
    assertFault(RecoveryCode.PLACE_FAILED, this::checked, "killed");
  }

  @Test
  void a_copy_of_which_nothing_was_noted_is_not_asked_about() throws IOException {
    Files.delete(data.resolve("backup_manifest"));
    assertThat(CopyIsWhole.check(data, PostgresTools.preferring(tools), 15)).isEmpty();
  }
}
