package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what happens: each command of its console blocks is run, in order, in a
 * copy of what the commands read, and its output is compared line by line.
 */
class ReadmeIT {

  @TempDir Path scratch;

  @Test
  void every_command_of_the_readme_prints_what_the_readme_says() throws Exception {
    List<Transcript> transcripts =
        Transcript.parse(Files.readString(Program.ROOT.resolve("README.md")));
    assertThat(transcripts).isNotEmpty();
    prepareScratch();
    for (Transcript transcript : transcripts) {
      var ended =
          Program.run(
              scratch,
              Map.of("COLUMNS", "80"),
              List.of("/bin/sh", "-c", "exec 2>&1\n" + transcript.command()));
      String printed =
          ended.out().replaceAll("(?m)^Picked up JAVA_TOOL_OPTIONS:.*\\R", "").stripTrailing();
      assertThat(transcript.accepts(printed.lines().toList()))
          .withFailMessage(
              "$ %s%nprinted:%n%s%nbut the README says:%n%s",
              transcript.command(), printed, String.join("\n", transcript.expected()))
          .isTrue();
    }
  }

  private void prepareScratch() throws Exception {
    Program.prepare();
    Files.createSymbolicLink(scratch.resolve("interlock"), Program.ROOT.resolve("interlock"));
    Path samples = Program.ROOT.resolve("samples");
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path file : files.toList()) {
        copy(file, scratch.resolve("samples").resolve(samples.relativize(file).toString()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
    } else {
      Files.copy(from, to);
    }
  }
}
