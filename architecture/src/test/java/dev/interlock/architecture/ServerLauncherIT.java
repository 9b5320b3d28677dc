package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher starts the server, seen from outside. */
class ServerLauncherIT {

  @TempDir Path scratch;

  @Test
  void starts_from_its_own_cache_which_the_jvm_accepts_and_refuses_a_spoilt_one() throws Exception {
    Program.prepare();
    // With AOTMode=on the JVM ends with an error when it rejects the cache.
    assertThat(lastWord()).startsWith("Interlock is at http://localhost:");

    Path cache = cache();
    byte[] good = Files.readAllBytes(cache);
    FileTime time = Files.getLastModifiedTime(cache);
    try {
      Files.write(cache, new byte[] {1, 2, 3});
      assertThat(lastWord()).doesNotContain("Interlock is at");
    } finally {
      Files.write(cache, good);
      Files.setLastModifiedTime(cache, time);
    }
  }

  /** What it says last: where it is, or whatever it said before it ended. */
  private String lastWord() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Program.ROOT.resolve("interlock").toString(),
                "up",
                "--port",
                "0",
                "--data",
                scratch.resolve("data").toString())
            .redirectError(scratch.resolve("log").toFile());
    builder.environment().put("INTERLOCK_AOT_MODE", "on");
    Process server = builder.start();
    try (BufferedReader out = server.inputReader()) {
      String last = "";
      String line = out.readLine();
      while (line != null && !last.startsWith("Interlock is at")) {
        last = line;
        line = last.startsWith("Interlock is at") ? null : out.readLine();
      }
      return last;
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static Path cache() throws Exception {
    try (Stream<Path> files = Files.list(Program.ROOT.resolve("server/target/dist"))) {
      return files.filter(f -> f.toString().endsWith(".aot")).findFirst().orElseThrow();
    }
  }
}
