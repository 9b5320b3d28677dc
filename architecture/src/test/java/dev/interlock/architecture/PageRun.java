package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page whose console blocks are typed in, in order, in a copy of what the commands read. Lines
 * that begin with {@code > } are answers on a terminal.
 */
final class PageRun {

  private static final Map<String, String> ENV = Map.of("COLUMNS", "80", "NO_COLOR", "1");

  private final Path page;
  private final Path scratch;

  PageRun(String page, Path scratch) {
    this.page = Program.ROOT.resolve(page);
    this.scratch = scratch;
  }

  /** Holds when every command prints what the page says. */
  void holds() throws Exception {
    List<Transcript> transcripts = Transcript.parse(Files.readString(page));
    assertThat(transcripts).isNotEmpty();
    prepareScratch();
    for (Transcript transcript : transcripts) {
      String printed = printed(transcript);
      assertThat(transcript.accepts(printed.lines().toList()))
          .withFailMessage(
              "$ %s%nprinted:%n%s%nbut %s says:%n%s",
              transcript.command(),
              printed,
              page.getFileName(),
              String.join("\n", transcript.expected()))
          .isTrue();
    }
  }

  private String printed(Transcript transcript) throws Exception {
    List<String> answers =
        transcript.expected().stream()
            .filter(line -> line.equals(">") || line.startsWith("> "))
            .map(line -> line.substring(1).strip())
            .toList();
    var ended =
        answers.isEmpty()
            ? Program.run(
                scratch, ENV, List.of("/bin/sh", "-c", "exec 2>&1\n" + transcript.command()))
            : Terminal.run(scratch, ENV, transcript.command(), answers);
    return ended.out().replaceAll("(?m)^Picked up JAVA_TOOL_OPTIONS:.*\\R", "").stripTrailing();
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
