package dev.interlock.recovery.postgres.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was booted in the place of a drill does not outlive the drill. */
class DrillProgramTest {

  @TempDir private Path folder;

  @Test
  void nothing_of_it_stays_when_the_drill_is_killed() throws Exception {
    String token = "97" + ProcessHandle.current().pid();
    Path place = Files.createDirectory(Debian.reachable(folder).resolve("drills"));
    // Children that moved away and went to the background.
    Path script =
        Files.writeString(
            folder.resolve("boot.sh"),
            """
            #!/bin/sh
            trap '' TERM HUP
            setsid sh -c 'cd /; trap "" TERM HUP; sleep %1$s; sleep %1$s' >/dev/null 2>&1 &
            env -i sleep %1$s &
            echo up
            sleep %1$s
            """
                .formatted(token));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path ready = folder.resolve("ready");

    Process owner = OwnerOfProgram.start(place, script, ready);
    Awaiting.until(() -> Files.exists(ready), "it is up");
    assertThat(sleeping(token)).hasSizeGreaterThanOrEqualTo(3);
    owner.destroyForcibly().waitFor();

    Awaiting.until(() -> sleeping(token).isEmpty(), "no process stays");
    Awaiting.until(() -> isEmpty(place), "nothing is left");
  }

  private static List<String> sleeping(String token) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(token))
        .toList();
  }

  private static boolean isEmpty(Path place) throws Exception {
    try (Stream<Path> left = Files.list(place)) {
      return left.findAny().isEmpty();
    }
  }
}
